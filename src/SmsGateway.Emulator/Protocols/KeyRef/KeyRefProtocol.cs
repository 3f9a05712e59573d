using Microsoft.AspNetCore.Http;
using SmsGateway.Emulator.Text;

namespace SmsGateway.Emulator.Protocols.KeyRef;

/// <summary>The key and reference gateway: two scripts, one for sending and one for looking up.</summary>
internal sealed class KeyRefProtocol : IGatewayProtocol
{
    private const string SendPath = "/api/sms/send_sms.php";
    private const string ReportPath = "/api/sms/dlr.php";

    public Gateway Gateway => Gateway.KeyRef;

    public string BasePath => "";

    public ReplyAnatomy Anatomy { get; } = new([], [], ["error", "queue_error", "dlr_error", "sms_cost"]);

    public GatewayRoute? Match(string method, string path) => path switch
    {
        SendPath => new(Operation.Send, "send"),
        ReportPath => new(Operation.Status, "dlr"),
        _ => null,
    };

    public void Open(GatewayCall call)
    {
        call.ReadParameters();
        var key = call.Parameters["key"];
        call.Identify(key is null ? null : call.Core.FindInbox(credentials => credentials.KeyRefKey == key), given: !string.IsNullOrEmpty(key));
    }

    public IEnumerable<string> Recipients(GatewayCall call) =>
        [PhoneDigits.Of(call.Parameters[call.Operation == Operation.Send ? "mobile" : "full_number"] ?? "")];

    public string Text(GatewayCall call) => call.Parameters["msgtext"] ?? "";

    public GatewayReply Answer(GatewayCall call)
    {
        var behaviour = Behaviour(call);
        if (HttpMethods.IsPost(call.Request.Method) ? !behaviour.PostAllowed : !HttpMethods.IsGet(call.Request.Method))
        {
            return GatewayReply.Text("<html><head><title>405 Not Allowed</title></head><body><h1>405 Not Allowed</h1></body></html>", "text/html", 405);
        }

        if (behaviour.RateLimit is { } limit && call.Inbox is { } inbox && !inbox.KeyRefAccount.Limiter.TryTake(limit, out _))
        {
            return RateLimited(call);
        }

        return call.Operation == Operation.Send
            ? new KeyRefReplies(call, behaviour).Send(KeyRefSend.Run(call, behaviour))
            : KeyRefReport.Run(call, behaviour);
    }

    public GatewayReply Unauthorized(GatewayCall call) => Error(call, "407");

    public GatewayReply RateLimited(GatewayCall call) => GatewayReply.Text("", "text/html", 429);

    public GatewayReply Error(GatewayCall call, string code)
    {
        var replies = new KeyRefReplies(call, Behaviour(call));
        return call.Operation == Operation.Send ? replies.Send(KeyRefOutcome.Of(code)) : replies.ReportRefused(KeyRefOutcome.Of(code));
    }

    private static KeyRefBehaviour Behaviour(GatewayCall call) => call.Inbox?.KeyRef ?? call.Core.Options.KeyRef;
}
