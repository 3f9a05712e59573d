using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using SmsGateway;
using SmsGateway.AspNetCore;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Maps the address that gateways call.</summary>
public static class SmsWebhookEndpointRouteBuilderExtensions
{
    private static readonly string[] Methods = ["GET", "POST"];

    /// <summary>
    /// Maps one address for the callbacks of all accounts: <c>app.MapSmsWebhooks("/sms/{account}/{secret}")</c>. Give each gateway the address
    /// with the account's name and one of its <see cref="SmsAccountOptions.WebhookSecrets"/>. A wrong name or secret is answered by 404.
    /// </summary>
    /// <param name="endpoints">The application.</param>
    /// <param name="pattern">The address, with <c>{account}</c> and <c>{secret}</c>.</param>
    /// <param name="configure">Sets limits.</param>
    /// <returns>The endpoint, for conventions such as rate limits and hosts. Antiforgery and authorization do not fit: gateways know neither.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="endpoints"/> or <paramref name="pattern"/> is null.</exception>
    /// <exception cref="InvalidOperationException">
    /// Nothing handles events, the pattern lacks a parameter, no account has a secret, or a limit is out of its range.
    /// </exception>
    public static IEndpointConventionBuilder MapSmsWebhooks(
        this IEndpointRouteBuilder endpoints, [StringSyntax("Route")] string pattern, Action<SmsWebhookOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(pattern);
        var receiver = endpoints.ServiceProvider.GetService<SmsWebhookReceiver>()
            ?? throw new InvalidOperationException("MapSmsWebhooks: nothing handles SMS events; register services.AddSmsEventHandler<THandler>().");
        var options = new SmsWebhookOptions();
        configure?.Invoke(options);
        options.Check();
        var parsed = RoutePatternFactory.Parse(pattern);
        var hasSecret = parsed.GetParameter("secret") is not null;
        if (parsed.GetParameter("account") is null)
        {
            throw new InvalidOperationException("MapSmsWebhooks: the pattern needs {account}, the name of the SMS account that is called.");
        }

        if (!hasSecret && !options.AllowAnybodyToCall)
        {
            throw new InvalidOperationException(
                "MapSmsWebhooks: the pattern has no {secret}, so anybody who finds the address could report and opt out. Add it, or set AllowAnybodyToCall.");
        }

        if (hasSecret)
        {
            receiver.RequireSecrets();
        }

        var endpoint = new WebhookEndpoint(receiver, endpoints.ServiceProvider.GetRequiredService<TimeProvider>(), options, hasSecret);
        return endpoints.MapMethods(pattern, Methods, (RequestDelegate)endpoint.HandleAsync).WithDisplayName("SMS webhooks");
    }
}
