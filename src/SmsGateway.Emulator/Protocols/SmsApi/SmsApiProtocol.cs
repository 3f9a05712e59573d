using System.Security.Cryptography;
using System.Text;
using SmsGateway.Emulator.Protocols.Http;
using SmsGateway.Emulator.Push;
using SmsGateway.Emulator.Text;

namespace SmsGateway.Emulator.Protocols.SmsApi;

/// <summary>SMSAPI: scripts named *.do that take anything and answer in JSON or text, and a REST interface beside them; all of it also below /api.</summary>
internal sealed class SmsApiProtocol : IGatewayProtocol
{
    public Gateway Gateway => Gateway.SmsApi;

    public string BasePath => "";

    public ReplyAnatomy Anatomy { get; } = new(["list", "collection"], ["id"], ["points", "date_sent", "submitted_number", "idx", "parts", "price", "message", "length"]);

    public int ReportsPerPush => 5;

    public GatewayRoute? Match(string method, string path)
    {
        var name = path.StartsWith("/api/", StringComparison.Ordinal) ? path["/api".Length..] : path;
        return name switch
        {
            "/sms.do" => new(Operation.Send, "sms"),
            "/mms.do" => new(Operation.Mms, "sms"),
            "/vms.do" => new(Operation.Voice, "sms"),
            "/user.do" => new(Operation.Users, "user"),
            "/sender.do" => new(Operation.Senders, "sender"),
            "/prices.do" => new(Operation.Prices, "prices"),
            "/hlr.do" => new(Operation.Lookup, "hlr"),
            "/hlrsync.do" => new(Operation.Lookup, "hlrsync"),
            _ => SmsApiRest.Match(name),
        };
    }

    public void Open(GatewayCall call)
    {
        call.ReadParameters();
        call.Operation = Refined(call);
        var (scheme, value) = Credentials.Read(call.Request);
        var parameters = call.Parameters;
        if (scheme == "Bearer" || parameters.Has("access_token"))
        {
            var token = scheme == "Bearer" ? value : parameters["access_token"];
            call.Identify(call.Core.FindInbox(credentials => credentials.SmsApiAccessToken == token), given: !string.IsNullOrEmpty(token));
            return;
        }

        var (user, password) = scheme == "Basic" && Credentials.Basic(value) is { } pair ? pair : (parameters["username"] ?? "", parameters["password"] ?? "");
        call.Identify(
            call.Core.FindInbox(credentials => credentials.SmsApiUser == user && (password.Equals(Md5(credentials.SmsApiPassword), StringComparison.OrdinalIgnoreCase))),
            given: user.Length > 0);
    }

    public IEnumerable<string> Recipients(GatewayCall call) =>
        SmsApiRecipients.Submitted(call).Select(number => PhoneDigits.Of(number));

    public string Text(GatewayCall call) => SmsApiText.Decoded(call.Parameters) ?? "";

    public GatewayReply Answer(GatewayCall call)
    {
        var replies = new SmsApiReplies(call);
        if (call.Inbox is not { } inbox)
        {
            return Unauthorized(call);
        }

        if (inbox.SmsApi.RateLimit is { } limit && !inbox.SmsApiAccount.Limiter.TryTake(limit, out _))
        {
            return replies.Error(new(202));
        }

        if (!inbox.SmsApi.AddressAllowed)
        {
            return replies.Error(new(105));
        }

        lock (inbox.SmsApiAccount.Gate)
        {
            return call.Action switch
            {
                "sms" => Sms(call, inbox, replies),
                "user" => SmsApiUsers.Run(call, inbox, replies),
                "sender" => inbox.SmsApiAccount.Senders.Run(call, replies),
                "prices" => SmsApiReplies.Prices(SmsApiPrices.All),
                "hlr" => SmsApiLookups.Run(call, inbox, replies),
                "hlrsync" => SmsApiLookups.RunAtOnce(call, inbox, replies),
                _ => SmsApiRest.Run(call, inbox),
            };
        }
    }

    public GatewayReply Unauthorized(GatewayCall call)
    {
        var behaviour = call.Inbox?.SmsApi ?? call.Core.Options.SmsApi;
        if (call.Action == "/ping")
        {
            return SmsApiRest.Ping(call, authorized: false);
        }

        return behaviour.UnauthorizedIsHttp401 || call.Action.StartsWith('/')
            ? SmsApiRest.Error(401, "authorization_failed", "Authorization failed")
            : new SmsApiReplies(call).Error(new(call.Parameters.Has("username") ? 102 : 101));
    }

    public GatewayReply RateLimited(GatewayCall call) => SmsApiRest.Error(429, "too_many_requests", "Too many requests");

    public GatewayReply Error(GatewayCall call, string code)
    {
        if (int.TryParse(code, System.Globalization.CultureInfo.InvariantCulture, out var number))
        {
            return new SmsApiReplies(call).Error(new(number) { InvalidNumbers = number == 13 ? SmsApiRecipients.AllInvalid(call) : [] });
        }

        var status = code switch { "authorization_failed" => 401, "not_found" => 404, _ => 400 };
        return SmsApiRest.Error(status, code, "Refused");
    }

    public PushRequest? Report(ReportPush report) => SmsApiPush.Report(report);

    public PushRequest? Reply(ReplyPush reply) => SmsApiPush.Reply(reply);

    /// <summary>Anything but 200 with these two letters is repeated.</summary>
    public bool IsAcknowledged(int status, string body) => status == 200 && body.Trim() == "OK";

    public RetryPolicy Retry(SmsInbox inbox) => inbox.SmsApi.ReportRetry;

    private static GatewayReply Sms(GatewayCall call, SmsInbox inbox, SmsApiReplies replies) => call.Operation switch
    {
        Operation.Cancel => SmsApiMessages.Delete(call, inbox, replies),
        Operation.Status => SmsApiMessages.Status(call, inbox, replies),
        _ => SmsApiSend.Run(call, inbox, replies),
    };

    // One script does several things; its parameters say which.
    private static Operation Refined(GatewayCall call) => call.Action switch
    {
        "sms" when call.Parameters.Has("sch_del") || call.Parameters.Elements("sch_del") is not null => Operation.Cancel,
        "sms" when call.Parameters.Has("status") => Operation.Status,
        "user" when call.Parameters.Has("credits") => Operation.Balance,
        _ => call.Operation,
    };

#pragma warning disable CA5351 // The vendor's older form of authentication is an MD5.
    private static string Md5(string password) => Convert.ToHexString(MD5.HashData(Encoding.UTF8.GetBytes(password)));
#pragma warning restore CA5351
}
