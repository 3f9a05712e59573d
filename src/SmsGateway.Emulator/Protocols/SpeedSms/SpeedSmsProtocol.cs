using System.Globalization;
using SmsGateway.Emulator.Protocols.Http;
using SmsGateway.Emulator.Push;

namespace SmsGateway.Emulator.Protocols.SpeedSms;

/// <summary>SpeedSMS: JSON below /index.php, Basic authentication, refusals with HTTP 200.</summary>
internal sealed class SpeedSmsProtocol : IGatewayProtocol
{
    private const string Root = "/index.php";

    public Gateway Gateway => Gateway.SpeedSms;

    public string BasePath => "index.php/";

    public ReplyAnatomy Anatomy { get; } = new(["invalidPhone", "data"], ["tranId"], ["totalSMS", "totalPrice", "invalidPhone", "message"]);

    public GatewayRoute? Match(string method, string path)
    {
        if (path.StartsWith(Root + "/", StringComparison.Ordinal))
        {
            return Match(path.AsSpan(Root.Length)) ?? new(Operation.Other, "unknown");
        }

        // One client calls the status path at the root; whether that works there is decided by a switch.
        return path.StartsWith("/sms/status/", StringComparison.Ordinal) ? new(Operation.Status, "root-status")
            : path == Root ? new(Operation.Other, "unknown") : null;
    }

    public void Open(GatewayCall call)
    {
        call.ReadParameters();
        var (scheme, value) = Credentials.Read(call.Request);
        var token = scheme == "Basic" ? Credentials.Basic(value)?.User : call.Parameters["access-token"];
        call.Identify(
            token is null ? null : call.Core.FindInbox(credentials => credentials.SpeedSmsAccessToken == token),
            given: !string.IsNullOrEmpty(token) || value.Length > 0);
    }

    public IEnumerable<string> Recipients(GatewayCall call) => SpeedSmsNumbers.Of(call).Select(SpeedSmsNumbers.International);

    public string Text(GatewayCall call) => call.Parameters["content"] ?? "";

    public GatewayReply Answer(GatewayCall call)
    {
        if (call.Action == "unknown" || (call.Action == "root-status" && !(call.Inbox?.SpeedSms ?? call.Core.Options.SpeedSms).RootPaths))
        {
            return SpeedSmsReplies.Framework(404, "Not Found", "Page not found.");
        }

        if (call.Inbox is not { } inbox)
        {
            return Unauthorized(call);
        }

        if (inbox.SpeedSms.RateLimit is not { } limit)
        {
            return Act(call, inbox);
        }

        var allowed = inbox.SpeedSmsAccount.Limiter.TryTake(limit, out var wait);
        var reply = allowed ? Act(call, inbox) : SpeedSmsReplies.Framework(429, "Too Many Requests", "Rate limit exceeded.");
        return reply
            .With("X-Rate-Limit-Limit", limit.Requests.ToString(CultureInfo.InvariantCulture))
            .With("X-Rate-Limit-Remaining", inbox.SpeedSmsAccount.Limiter.Left.ToString(CultureInfo.InvariantCulture))
            .With("X-Rate-Limit-Reset", ((int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture));
    }

    public GatewayReply Unauthorized(GatewayCall call) =>
        SpeedSmsReplies.Framework(401, "Unauthorized", "Your request was made with invalid credentials.").With("WWW-Authenticate", "Basic realm=\"api\"");

    public GatewayReply RateLimited(GatewayCall call) =>
        SpeedSmsReplies.Framework(429, "Too Many Requests", "Rate limit exceeded.").With("X-Rate-Limit-Reset", "1");

    public GatewayReply Error(GatewayCall call, string code) => code switch
    {
        "401" => Unauthorized(call),
        "429" => RateLimited(call),
        "105" => SpeedSmsReplies.Refused("105", [.. SpeedSmsNumbers.Of(call)]),
        { Length: 3 } when code.All(char.IsAsciiDigit) => SpeedSmsReplies.Refused(code),
        _ => SpeedSmsReplies.RefusedWithoutCode(code),
    };

    public PushRequest? Report(ReportPush report) => SpeedSmsPush.Report(report);

    public PushRequest? Reply(ReplyPush reply) => SpeedSmsPush.Reply(reply);

    public RetryPolicy Retry(SmsInbox inbox) => inbox.SpeedSms.PushRetry;

    private static GatewayRoute? Match(ReadOnlySpan<char> path) => path switch
    {
        "/sms/send" => new(Operation.Send, "send"),
        "/user/info" => new(Operation.Balance, "info"),
        "/voice/otp" => new(Operation.Voice, "voice"),
        "/mms/send" => new(Operation.Mms, "mms"),
        "/pin/create" => new(Operation.CreatePin, "create"),
        "/pin/verify" => new(Operation.VerifyPin, "verify"),
        _ when path.StartsWith("/sms/status/") => new(Operation.Status, "status"),
        _ => null,
    };

    private static GatewayReply Act(GatewayCall call, SmsInbox inbox) => call.Action switch
    {
        "info" => SpeedSmsReplies.UserInfo(inbox.SpeedSmsAccount.Purse.Amount, inbox.SpeedSms.BareUserInfo),
        "status" or "root-status" => SpeedSmsStatus.Run(call, inbox),
        "create" => SpeedSmsPins.Create(call, inbox),
        "verify" => SpeedSmsPins.Verify(call, inbox),
        _ => SpeedSmsSend.Run(call, inbox),
    };
}
