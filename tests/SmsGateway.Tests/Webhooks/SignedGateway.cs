using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SmsGateway.Http;
using SmsGateway.Webhooks;

namespace SmsGateway.Tests.Webhooks;

/// <summary>A gateway of somebody else's that signs its callbacks: what such a one looks like on top of the library.</summary>
public sealed class SignedOptions : SmsAccountOptions
{
    public const string Secret = "q7RtYw2LkZ9pXc4VbN8sMd3F";

    public SignedOptions()
    {
        BaseAddress = new Uri("https://gateway.example/");
        WebhookSecrets.Add(Secret);
    }

    public override ISmsGateway CreateGateway() => new SignedGateway();

    public override void Validate(SmsOptionsCheck check)
    {
    }
}

internal sealed class SignedGateway : ISmsGateway
{
    public SmsGatewayInfo Info { get; } = new()
    {
        Name = "Signed", DisplayName = "Signed", Region = "nowhere", Capabilities = SmsCapabilities.DeliveryReports, MaxMessagesPerRequest = 1,
    };

    public ISmsWebhook Webhook { get; } = new SignedWebhook();

    public SmsError? Check(OutgoingSms message) => null;

    public GatewayRequest CreateRequest(SmsBatch batch) => throw new NotSupportedException();

    public SmsBatchVerdict ReadResponse(SmsBatch batch, in GatewayReply reply) => throw new NotSupportedException();
}

/// <summary>The body is an id; the signature is over time and body, and good for five minutes.</summary>
internal sealed class SignedWebhook : ISmsWebhook
{
    private static readonly byte[] Key = "signing key"u8.ToArray();

    public SmsWebhookMethods Methods => SmsWebhookMethods.Post;

    public static string Sign(string time, ReadOnlySpan<byte> body) =>
        Convert.ToHexString(HMACSHA256.HashData(Key, (byte[])[.. Encoding.ASCII.GetBytes(time), .. body]));

    public SmsWebhookResult Read(SmsWebhookRequest request)
    {
        var time = request.Header("X-Time") ?? "";
        var expected = Encoding.ASCII.GetBytes(Sign(time, request.Body.Span));
        if (!CryptographicOperations.FixedTimeEquals(expected, Encoding.ASCII.GetBytes(request.Header("X-Signature") ?? ""))
            || !long.TryParse(time, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            || (request.ReceivedAt - DateTimeOffset.FromUnixTimeSeconds(seconds)).Duration() > TimeSpan.FromMinutes(5))
        {
            return SmsWebhookResult.Refused(SmsWebhookAnswer.Unauthorized, "A signature that is wrong or old.");
        }

        return SmsWebhookResult.Of(new SmsDeliveryReport
        {
            Account = request.Account,
            ReceivedAt = request.ReceivedAt,
            Message = new SmsMessageHandle(request.Account, Encoding.UTF8.GetString(request.Body.Span)),
            Status = SmsDeliveryStatus.Delivered,
            IsFinal = true,
        });
    }
}
