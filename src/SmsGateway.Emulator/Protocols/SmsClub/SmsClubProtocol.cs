using System.Text.Json;
using SmsGateway.Emulator.Protocols.Http;

namespace SmsGateway.Emulator.Protocols.SmsClub;

/// <summary>SMS Club: JSON by POST, a bearer token, errors in the form of its framework.</summary>
internal sealed class SmsClubProtocol : IGatewayProtocol
{
    public Gateway Gateway => Gateway.SmsClub;

    public string BasePath => "";

    public ReplyAnatomy Anatomy { get; } = new(["info", "messages"], ["id"], ["add_info", "additionalInfo", "currency"]);

    public GatewayRoute? Match(string method, string path) => path switch
    {
        "/sms/send" => new(Operation.Send, "send"),
        "/v2/sms/send" => new(Operation.Send, "v2"),
        "/sms/status" => new(Operation.Status, "status"),
        "/sms/originator" => new(Operation.Senders, "originator"),
        "/sms/balance" => new(Operation.Balance, "balance"),
        "/originators/registration-originators" => new(Operation.Senders, "register"),
        "/originators/stat-originators" => new(Operation.Senders, "registered"),
        "/vibers/send" or "/vibers/chat" => new(Operation.Send, "viber"),
        "/vibers/status" => new(Operation.Status, "viber-status"),
        "/vibers/originator" => new(Operation.Senders, "viber-originator"),
        _ when path.StartsWith("/vibers/", StringComparison.Ordinal) || path.StartsWith("/originators/", StringComparison.Ordinal) || path.StartsWith("/v2/sms/", StringComparison.Ordinal) => new(Operation.Other, "unknown"),
        _ => null,
    };

    public void Open(GatewayCall call)
    {
        var (scheme, value) = Credentials.Read(call.Request);
        var inbox = scheme switch
        {
            "Bearer" => call.Core.FindInbox(credentials => credentials.SmsClubToken == value),
            "Basic" when IsViber(call) && Credentials.Basic(value) is var (user, password) =>
                call.Core.FindInbox(credentials => credentials.SmsClubLogin == user && credentials.SmsClubPassword == password),
            _ => null,
        };
        call.Identify(inbox, given: value.Length > 0);
    }

    public IEnumerable<string> Recipients(GatewayCall call) => SmsClubSend.Numbers(call);

    public string Text(GatewayCall call) => SmsClubSend.Texts(call);

    public GatewayReply Answer(GatewayCall call)
    {
        if (call.Inbox is not { } inbox)
        {
            return Unauthorized(call);
        }

        if (inbox.SmsClub.RateLimit is { } limit && !inbox.SmsClubAccount.Limiter.TryTake(limit, out _))
        {
            return RateLimited(call);
        }

        var isViberList = call.Action == "viber-originator";
        var mayGet = isViberList || (call.Operation is Operation.Balance or Operation.Senders && inbox.SmsClub.GetAllowed);
        if (call.Request.Method != "POST" && !(mayGet && call.Request.Method == "GET"))
        {
            return SmsClubReplies.Framework(405, "Method Not Allowed", "Method Not Allowed. This URL can only handle the following request methods: POST.");
        }

        return call.Action switch
        {
            "send" => SmsClubSend.Run(call, inbox),
            "v2" => SmsClubSend.RunPersonal(call, inbox),
            "status" => SmsClubStatus.Run(call, inbox),
            "originator" => SmsClubReplies.Info(inbox.SmsClubAccount.AlphaNames.ToList(), WriteNames),
            "balance" => SmsClubReplies.Info(inbox.SmsClubAccount.Purse.Amount, WriteBalance),
            "register" => SmsClubOriginators.Register(call, inbox),
            "registered" => SmsClubOriginators.State(call, inbox),
            "viber" => SmsClubViber.Send(call, inbox),
            "viber-status" => SmsClubViber.Status(call, inbox),
            "viber-originator" => SmsClubReplies.Info(inbox.SmsClubAccount.AlphaNames.ToList(), WriteNames),
            _ => SmsClubReplies.Framework(404, "Not Found", "Page not found."),
        };
    }

    public GatewayReply Unauthorized(GatewayCall call) =>
        SmsClubReplies.Framework(401, "Unauthorized", "Your request was made with invalid credentials.");

    public GatewayReply RateLimited(GatewayCall call)
    {
        var reply = SmsClubReplies.Framework(429, "Too Many Requests", "Rate limit exceeded.");
        return call.Inbox?.SmsClub.RetryAfter is { } value ? reply.With("Retry-After", value) : reply;
    }

    public GatewayReply Error(GatewayCall call, string code) => code switch
    {
        "401" => Unauthorized(call),
        "429" => RateLimited(call),
        "453" => SmsClubReplies.Duplicate(call.Inbox?.SmsClub ?? call.Core.Options.SmsClub),
        "PHONE" => SmsClubReplies.Refused(SmsClubSend.Numbers(call).Distinct(StringComparer.Ordinal).ToDictionary(number => number, _ => SmsClubReasons.Phone(call.Inbox), StringComparer.Ordinal), 200),
        "TEXT" => SmsClubReplies.RefusedAsText("Incorrect id"),
        _ when int.TryParse(code, System.Globalization.CultureInfo.InvariantCulture, out var status) && status is >= 400 and < 600 =>
            SmsClubReplies.Framework(status, "Error", "The request was refused."),
        _ => SmsClubReplies.Refused(new Dictionary<string, string>(StringComparer.Ordinal) { [code] = "Value is not available" }, 400),
    };

    /// <summary>A body as JSON; a form becomes an object where the switch allows forms.</summary>
    public static JsonElement? Body(GatewayCall call, SmsInbox inbox)
    {
        if (call.Json is { } json)
        {
            return json;
        }

        if (!inbox.SmsClub.FormAllowed || JsonBody.LooksLike(call.Body))
        {
            return null;
        }

        var form = new ParameterSet();
        FormBody.Read(call.Body, form);
        return JsonBody.Parse(GatewayReply.JsonBytes(form, static (writer, form) =>
        {
            writer.WriteStartObject();
            foreach (var name in (ReadOnlySpan<string>)["phone", "id_sms"])
            {
                if (form.Elements(name) is { } elements)
                {
                    writer.WriteStartArray(name);
                    foreach (var element in elements)
                    {
                        writer.WriteStringValue(element);
                    }

                    writer.WriteEndArray();
                }
            }

            foreach (var name in (ReadOnlySpan<string>)["message", "src_addr", "lifetime", "integration_id"])
            {
                if (form[name] is { } value)
                {
                    writer.WriteString(name, value);
                }
            }

            writer.WriteEndObject();
        }));
    }

    private static bool IsViber(GatewayCall call) => call.Action.StartsWith("viber", StringComparison.Ordinal);

    private static void WriteNames(Utf8JsonWriter writer, List<string> names)
    {
        writer.WriteStartArray();
        foreach (var name in names)
        {
            writer.WriteStringValue(name);
        }

        writer.WriteEndArray();
    }

    private static void WriteBalance(Utf8JsonWriter writer, decimal money)
    {
        writer.WriteStartObject();
        writer.WriteString("money", money.ToString("0.0000", System.Globalization.CultureInfo.InvariantCulture));
        writer.WriteString("currency", "UAH");
        writer.WriteEndObject();
    }
}
