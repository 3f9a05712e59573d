using System.Text;
using SmsGateway.Http;
using SmsGateway.Webhooks;

namespace SmsGateway.Testing.Tests.Conformance;

/// <summary>A gateway of somebody else, as small as one can be, with the mistakes that a test asks for.</summary>
public sealed class SloppyGateway(SloppyOptions options) : ISmsGateway
{
    public SmsGatewayInfo Info { get; } = new()
    {
        Name = "Sloppy",
        DisplayName = "Sloppy",
        Region = "nowhere",
        MaxMessagesPerRequest = 1,
        Capabilities = options.Mistake switch
        {
            SloppyMistake.ClaimsBalance => SmsCapabilities.Balance,
            SloppyMistake.ClaimsReports or SloppyMistake.ThrowsForACallback => SmsCapabilities.DeliveryReports,
            _ => SmsCapabilities.None,
        },
    };

    public ISmsWebhook? Webhook => options.Mistake == SloppyMistake.ThrowsForACallback ? new SloppyWebhook() : null;

    public SmsError? Check(OutgoingSms message) => null;

    public GatewayRequest CreateRequest(SmsBatch batch) => new(
        new Uri(options.BaseAddress!, options.Mistake == SloppyMistake.SecretInAddress ? $"send?key={options.Key}" : "send"),
        Encoding.UTF8.GetBytes(options.Mistake == SloppyMistake.FollowsTheCulture
            ? $"{options.Key}|{batch.First.Number.Digits}|{1234.5}|{batch.First.Text}"
            : $"{options.Key}|{batch.First.Number.Digits}|{batch.First.Text}"),
        "text/plain");

    public SmsBatchVerdict ReadResponse(SmsBatch batch, in GatewayReply reply) => SmsBatchVerdict.All(
        options.Mistake == SloppyMistake.TakesAny200ForYes && reply.IsSuccess ? SmsVerdict.Accepted("1")
        : options.Mistake == SloppyMistake.Throws && reply.Text is not "yes" ? throw new FormatException("no yes")
        : reply.Text == "yes" ? SmsVerdict.Accepted("1")
        : reply.Status switch
        {
            429 => SmsVerdict.Of(SmsOutcome.NotSent, new SmsError(SmsErrorKind.RateLimited, "Too many requests.") { RetryAfter = reply.RetryAfter }),
            307 or 308 => SmsVerdict.Of(SmsOutcome.NotSent, new SmsError(SmsErrorKind.InvalidRequest, "It moved.") { Scope = SmsErrorScope.Transport, IsTransient = false }),
            _ when options.Mistake == SloppyMistake.EchoesTheReply => SmsVerdict.Unknown(SmsErrorKind.UnreadableResponse, $"It said {reply.Text}"),
            _ => SmsVerdict.Unknown(SmsErrorKind.UnreadableResponse, "It said something else."),
        });
}

public enum SloppyMistake
{
    None,
    TakesAny200ForYes,
    Throws,
    SecretInAddress,
    EchoesTheReply,
    FollowsTheCulture,
    ClaimsBalance,
    ClaimsReports,
    ThrowsForACallback,
}

public sealed class SloppyWebhook : ISmsWebhook
{
    public SmsWebhookMethods Methods => SmsWebhookMethods.Get;

    public SmsWebhookResult Read(SmsWebhookRequest request) => throw new FormatException("no report");
}

public sealed class SloppyOptions : SmsAccountOptions
{
    public string Key { get; set; } = "";

    public SloppyMistake Mistake { get; set; }

    public override ISmsGateway CreateGateway() => new SloppyGateway(this);

    public override void Validate(SmsOptionsCheck check)
    {
        // Anything goes.
    }
}
