using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace SmsGateway.Samples.Guide;

public sealed record Order(string Number, string Phone);

public sealed class OrderService(ISmsClient sms)
{
    public async Task ConfirmAsync(Order order, CancellationToken cancellationToken)
    {
        var result = await sms.SendAsync(new SmsMessage(order.Phone, $"Order {order.Number} is on its way.")
        {
            Category = SmsCategory.Transactional,
            MaxSegments = 2,
        }, cancellationToken);

        if (result.IsSafeToResend)
        {
            // Provably not sent: put it back into the queue.
        }
    }
}

internal static class ReadmeCode
{
    public static async Task<SmsResult> OneLine(ISmsClient sms)
    {
        var result = await sms.SendAsync("+48 500 123 456", "Your code is 482910");
        return result;
    }

    public static void Registration(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSmsGateway()
            .AddSmsApi("pl", o => o.AccessToken = configuration["Sms:Token"])
            .AddSmsClub("ua", configuration.GetSection("Sms:ua"))
            .AddRouting(routes => routes.Prefix("+380", "ua").Otherwise("pl").Failover("ua", "pl"));
    }

    public static void FromConfiguration(IHostApplicationBuilder builder)
    {
        builder.Services.AddSmsGateway(builder.Configuration.GetSection("Sms"));
    }
}
