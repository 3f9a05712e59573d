using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace SmsGateway.Emulator.Protocols.SmsApi;

/// <summary>The REST interface beside the scripts, as far as the vendor's own clients use it for text messages.</summary>
internal static class SmsApiRest
{
    private const string JsonType = "application/json";

    public static GatewayRoute? Match(string path) => path switch
    {
        "/ping" or "/profile" => new(Operation.Account, path),
        "/profile/prices" => new(Operation.Prices, path),
        "/mfa/codes" => new(Operation.CreatePin, path),
        "/mfa/codes/verifications" => new(Operation.VerifyPin, path),
        _ when IsBelow(path, "/sms/sendernames") => new(Operation.Senders, path),
        _ when IsBelow(path, "/sms/templates") => new(Operation.Templates, path),
        _ when IsBelow(path, "/blacklist/phone_numbers") => new(Operation.Contacts, path),
        _ when IsBelow(path, "/contacts") || IsBelow(path, "/subusers") || IsBelow(path, "/short_url") || IsBelow(path, "/opt_outs") || IsBelow(path, "/callbacks") || IsBelow(path, "/rcs")
            => new(Operation.Other, path),
        _ => null,
    };

    public static GatewayReply Run(GatewayCall call, SmsInbox inbox) => call.Action switch
    {
        "/ping" => Ping(call, authorized: true),
        "/profile" => Profile(inbox),
        "/profile/prices" => Collection(SmsApiPrices.All, static (writer, price) => price.WriteRest(writer)),
        "/mfa/codes" => SmsApiCodes.Create(call, inbox),
        "/mfa/codes/verifications" => SmsApiCodes.Verify(call, inbox),
        _ when IsBelow(call.Action, "/sms/sendernames") => SmsApiRestSenders.Run(call, inbox.SmsApiAccount),
        _ when IsBelow(call.Action, "/sms/templates") => SmsApiRestTemplates.Run(call, inbox.SmsApiAccount),
        _ when IsBelow(call.Action, "/blacklist/phone_numbers") => SmsApiRestBlacklist.Run(call, inbox.SmsApiAccount),
        _ => NotFound(),
    };

    public static GatewayReply Ping(GatewayCall call, bool authorized) => HttpMethods.IsHead(call.Request.Method)
        ? Done()
        : Object(authorized, static (writer, authorized) =>
        {
            writer.WriteBoolean("authorized", authorized);
            writer.WriteStartArray("unavailable");
            writer.WriteEndArray();
        });

    public static GatewayReply Object<T>(T value, Action<Utf8JsonWriter, T> write, int status = 200) => GatewayReply.Json((value, write), static (writer, state) =>
    {
        writer.WriteStartObject();
        state.write(writer, state.value);
        writer.WriteEndObject();
    }, JsonType, status);

    public static GatewayReply Collection<T>(IReadOnlyCollection<T> items, Action<Utf8JsonWriter, T> write) => Object((items, write), static (writer, state) =>
    {
        writer.WriteNumber("size", state.items.Count);
        writer.WriteStartArray("collection");
        foreach (var item in state.items)
        {
            state.write(writer, item);
        }

        writer.WriteEndArray();
    });

    /// <summary>Done, and nothing to say.</summary>
    public static GatewayReply Done() => new(204, ContentType: null, []);

    public static GatewayReply NotFound() => Error(404, "not_found", "Not found");

    /// <summary>A real 4xx with an error that is a word, not a number.</summary>
    public static GatewayReply Error(int status, string tag, string message, string? field = null) => Object((tag, message, field), static (writer, state) =>
    {
        writer.WriteString("message", state.message);
        writer.WriteString("error", state.tag);
        writer.WriteNull("developer_description");
        if (state.field is null)
        {
            writer.WriteNull("errors");
            return;
        }

        writer.WriteStartArray("errors");
        writer.WriteStartObject();
        writer.WriteString("message", "This value is not valid.");
        writer.WriteString("error", state.tag);
        writer.WriteString("path", state.field);
        writer.WriteString("value", "");
        writer.WriteEndObject();
        writer.WriteEndArray();
    }, status);

    /// <summary>The path's parts behind its prefix, decoded.</summary>
    public static string[] Below(GatewayCall call, string prefix) =>
        call.Action[prefix.Length..].Split('/', StringSplitOptions.RemoveEmptyEntries);

    private static GatewayReply Profile(SmsInbox inbox) => Object(inbox, static (writer, inbox) =>
    {
        writer.WriteString("name", "Example");
        writer.WriteString("email", "user@example.com");
        writer.WriteString("username", inbox.SmsApi.UserName);
        writer.WriteString("phone_number", "447700900001");
        writer.WriteString("payment_type", "prepaid");
        writer.WriteString("user_type", "native");
        SmsApiItem.WritePoints(writer, inbox.SmsApiAccount.Purse.Amount, inbox.SmsApi.Reply);
    });

    private static bool IsBelow(string path, string prefix) =>
        path.StartsWith(prefix, StringComparison.Ordinal) && (path.Length == prefix.Length || path[prefix.Length] == '/');
}
