using SmsGateway.Emulator.Protocols.Http;
using SmsGateway.Emulator.Push;

namespace SmsGateway.Emulator.Protocols.SpeedMarket;

/// <summary>SpeedMarket: forms and JSON below /webservice-rest/, a code in every body, HTTP statuses by generation.</summary>
internal sealed class SpeedMarketProtocol : IGatewayProtocol
{
    private const string Root = "/webservice-rest/";

    public Gateway Gateway => Gateway.SpeedMarket;

    public string BasePath => "webservice-rest/";

    public ReplyAnatomy Anatomy { get; } = new(["messages", "data"], ["id"], ["credit", "balance", "responseDescription"]);

    public GatewayRoute? Match(string method, string path)
    {
        if (!path.StartsWith(Root, StringComparison.Ordinal))
        {
            return null;
        }

        var name = path[Root.Length..];
        return (name.EndsWith(".php", StringComparison.Ordinal) ? name[..^4] : name) switch
        {
            "send-single" => new(Operation.Send, "single"),
            "send-multiple" => new(Operation.Send, "multiple"),
            "mt_id" => new(Operation.Status, "mt_id"),
            "mt_date" => new(Operation.Status, "mt_date"),
            "mo_new" => new(Operation.Inbound, "mo_new"),
            "mo" => new(Operation.Inbound, "mo"),
            "balance" => new(Operation.Balance, "balance"),
            _ => new(Operation.Other, "unknown"),
        };
    }

    public void Open(GatewayCall call)
    {
        call.ReadParameters();
        var (scheme, value) = Credentials.Read(call.Request);
        var (user, password) = scheme == "Basic" && Credentials.Basic(value) is { } pair ? pair
            : call.Action == "multiple" ? ("", "") // its JSON has no place for them
            : (call.Parameters["user"] ?? "", call.Parameters["password"] ?? "");
        call.Identify(
            user.Length == 0 ? null : call.Core.FindInbox(credentials => credentials.SpeedMarketUser == user && credentials.SpeedMarketPassword == password),
            given: user.Length > 0 || password.Length > 0);
    }

    public IEnumerable<string> Recipients(GatewayCall call) => SpeedMarketRequest.ReadAll(call).Select(request => request.Digits);

    public string Text(GatewayCall call) => string.Join('\n', SpeedMarketRequest.ReadAll(call).Select(request => request.Content));

    public GatewayReply Answer(GatewayCall call)
    {
        var replies = new SpeedMarketReplies(Behaviour(call));
        if (call.Inbox is not { } inbox)
        {
            return Unauthorized(call);
        }

        var behaviour = inbox.SpeedMarket;
        if (behaviour.RateLimit is { } limit && !inbox.SpeedMarketAccount.Limiter.TryTake(limit, out _))
        {
            return RateLimited(call);
        }

        if (!behaviour.AddressAllowed || behaviour.AccountBlocked)
        {
            return replies.Refused(behaviour.AddressAllowed ? "090" : "091");
        }

        if (!behaviour.PhpSuffix && call.Request.Path.Value!.EndsWith(".php", StringComparison.Ordinal))
        {
            return replies.Refused("160");
        }

        return (call.Action, call.Request.Method) switch
        {
            ("single", "GET" or "POST") => SpeedMarketSend.Single(call, inbox, replies),
            ("multiple", "POST") => SpeedMarketSend.Multiple(call, inbox, replies),
            ("mt_id" or "mt_date", "GET" or "POST") => SpeedMarketSearch.Sent(call, inbox, replies),
            ("mo" or "mo_new", "GET" or "POST") => SpeedMarketSearch.Received(call, inbox, replies),
            ("balance", "GET" or "POST") => SpeedMarketReplies.Balance(inbox.SpeedMarketAccount, behaviour.TimeZone),
            _ => replies.Refused("160"),
        };
    }

    public GatewayReply Unauthorized(GatewayCall call)
    {
        var replies = new SpeedMarketReplies(Behaviour(call));
        return call.Operation == Operation.Balance ? replies.Refused("010", members: 3) : replies.Refused("010");
    }

    public GatewayReply RateLimited(GatewayCall call) => GatewayReply.Text("<html><body><h1>429 Too Many Requests</h1></body></html>", "text/html", 429);

    public GatewayReply Error(GatewayCall call, string code) => new SpeedMarketReplies(Behaviour(call)).Refused(code);

    public PushRequest? Report(ReportPush report) => SpeedMarketPush.Report(report);

    public PushRequest? Reply(ReplyPush reply) => SpeedMarketPush.Reply(reply);

    public RetryPolicy Retry(SmsInbox inbox) => inbox.SpeedMarket.PushRetry;

    private static SpeedMarketBehaviour Behaviour(GatewayCall call) => call.Inbox?.SpeedMarket ?? call.Core.Options.SpeedMarket;
}
