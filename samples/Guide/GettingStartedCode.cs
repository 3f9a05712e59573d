using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace SmsGateway.Samples.Guide;

/// <summary>Where an application keeps what it must send again.</summary>
public interface IOutbox
{
    Task PutBackAsync(IReadOnlyList<SmsResult> results);
}

/// <summary>Where an application keeps results.</summary>
public interface IResultStore
{
    Task KeepAsync(SmsResult result, CancellationToken cancellationToken = default);

    Task SaveAsync(SmsResult result, CancellationToken cancellationToken);
}

/// <summary>What an application writes down.</summary>
public interface IJournal
{
    void Sent(SmsMessageId? id);

    void Refused(SmsErrorKind kind);
}

internal static class GettingStartedCode
{
    public static void Registration(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSmsGateway()
            .AddSmsApi("pl", o =>
            {
                o.AccessToken = configuration["Sms:Token"];
                o.Sender = "Shop";
            });
    }

    public static SmsMessage Reminder()
    {
        var reminder = new SmsMessage("+48 500 123 456", "Your appointment is tomorrow at 10:00.")
        {
            Category = SmsCategory.Transactional,
            Reference = "appointment-4711",
            Validity = TimeSpan.FromHours(12),
            MaxSegments = 2,
            UnicodePolicy = SmsUnicodePolicy.Transliterate,
        };
        return reminder;
    }

    public static async Task Outcomes(SmsResult result, IJournal logger, IOutbox queue, IResultStore unclear)
    {
        switch (result.Outcome)
        {
            case SmsOutcome.Accepted:
                logger.Sent(result.MessageId);
                break;
            case SmsOutcome.Rejected:
                logger.Refused(result.Error!.Kind); // the number, the text, the sender or the account: Error.Scope says which
                break;
            case SmsOutcome.NotSent:
                await queue.PutBackAsync([result]); // provably not with the gateway
                break;
            case SmsOutcome.Unknown:
                await unclear.KeepAsync(result); // may be with the gateway: do not send again; ask later
                break;
        }
    }

    public static async Task Many(ISmsClient sms, IReadOnlyList<SmsMessage> messages, IOutbox queue, CancellationToken cancellationToken)
    {
        var results = await sms.SendAsync(messages, cancellationToken);
        await queue.PutBackAsync(results.SafeToResend);
    }

    public static async Task Streamed(ISmsClient sms, Func<IAsyncEnumerable<SmsMessage>> ReadMessagesAsync, IResultStore store, CancellationToken cancellationToken)
    {
        await foreach (var sent in sms.SendAsync(ReadMessagesAsync(), cancellationToken: cancellationToken))
        {
            await store.SaveAsync(sent, cancellationToken);
        }
    }
}
