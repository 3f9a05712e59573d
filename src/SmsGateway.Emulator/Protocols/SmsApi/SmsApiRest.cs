using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace SmsGateway.Emulator.Protocols.SmsApi;

/// <summary>The REST interface beside the scripts: which paths there are, and the shapes that all of them share.</summary>
internal static class SmsApiRest
{
    private const string JsonType = "application/json";

    // The longer of two paths comes first.
    private static readonly Section[] Sections =
    [
        new("/ping", Operation.Account, static (call, _) => Ping(call, authorized: true)),
        new("/profile/prices", Operation.Prices, static (_, _) => Collection(SmsApiPrices.All, SmsApiPrice.WriteRest)),
        new("/profile", Operation.Account, static (_, inbox) => Object(inbox, WriteProfile)),
        new("/mfa/codes/verifications", Operation.VerifyPin, SmsApiCodes.Verify),
        new("/mfa/codes", Operation.CreatePin, SmsApiCodes.Create),
        new("/shipment/country_volumes", Operation.Account, SmsApiRestVolumes.Run),
        new("/sms/sendernames", Operation.Senders, static (call, inbox) => SmsApiRestSenders.Run(call, inbox.SmsApiAccount)) { HasParts = true },
        new("/sms/templates", Operation.Templates, static (call, inbox) => SmsApiRestTemplates.Run(call, inbox.SmsApiAccount)) { HasParts = true },
        new("/subusers", Operation.Users, SmsApiRestSubusers.Run) { HasParts = true },
        new("/contacts/groups", Operation.Contacts, SmsApiRestGroups.Run) { HasParts = true },
        new("/contacts/fields", Operation.Contacts, static (call, inbox) => SmsApiRestFields.Run(call, inbox.SmsApiAccount)) { HasParts = true },
        new("/contacts", Operation.Contacts, SmsApiRestContacts.Run) { HasParts = true },
        new("/blacklist/phone_numbers", Operation.Contacts, static (call, inbox) => SmsApiRestBlacklist.Run(call, inbox.SmsApiAccount)) { HasParts = true },
        new("/opt_outs", Operation.Contacts, SmsApiRestOptOuts.Run) { HasParts = true },
        new("/short_url/links", Operation.Other, static (call, inbox) => SmsApiRestLinks.Run(call, inbox.SmsApiAccount)) { HasParts = true },
        new("/short_url/clicks_reports", Operation.Other, static (call, inbox) => SmsApiRestClicks.Report(call, inbox.SmsApiAccount)) { HasParts = true },
        new("/short_url/clicks", Operation.Other, static (call, inbox) => SmsApiRestClicks.List(call, inbox.SmsApiAccount)),
        new("/callbacks", Operation.Other, SmsApiRestCallbacks.Run) { HasParts = true },
        new("/rcs", Operation.Other, SmsApiRestRcs.Run) { HasParts = true },
    ];

    public static GatewayRoute? Match(string path) => Find(path) is { } section ? new(section.Operation, path) : null;

    public static GatewayReply Run(GatewayCall call, SmsInbox inbox) => Find(call.Action)!.Answer(call, inbox);

    public static GatewayReply Ping(GatewayCall call, bool authorized) => HttpMethods.IsHead(call.Request.Method)
        ? Done()
        : Object(authorized, static (writer, authorized) =>
        {
            writer.WriteBoolean("authorized", authorized);
            writer.WriteStartArray("unavailable");
            writer.WriteEndArray();
        });

    public static GatewayReply Object<T>(T value, Action<Utf8JsonWriter, T> write, int status = 200) =>
        GatewayReply.Json((value, write), static (writer, state) => writer.WriteObject(state.value, state.write), JsonType, status);

    /// <summary>A whole list.</summary>
    public static GatewayReply Collection<T>(IReadOnlyCollection<T> items, Action<Utf8JsonWriter, T> write, int status = 200) =>
        Collection(items, items.Count, write, status);

    /// <summary>The part of a long list that was asked for; its size is that of the whole.</summary>
    public static GatewayReply Page<T>(GatewayCall call, IReadOnlyCollection<T> items, Action<Utf8JsonWriter, T> write)
    {
        const int UsualLimit = 5;
        var part = items.Skip(call.Parameters.Number("offset") ?? 0).Take(call.Parameters.Number("limit") ?? UsualLimit);
        return Collection(part, items.Count, write, status: 200);
    }

    /// <summary>Done, and nothing to say.</summary>
    public static GatewayReply Done() => new(204, ContentType: null, []);

    /// <summary>Taken, to be done.</summary>
    public static GatewayReply Accepted() => new(202, ContentType: null, []);

    public static GatewayReply NotFound() => Error(404, "not_found", "Not found");

    /// <summary>A field is missing or wrong.</summary>
    public static GatewayReply Invalid(string field) => Error(400, "invalid_request_data", "One or more of the given values is invalid.", field);

    /// <summary>There is one of that name already.</summary>
    public static GatewayReply Taken(string field) => Error(409, "conflict", "This value is already used.", field);

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

    public static void WriteObject<T>(this Utf8JsonWriter writer, T value, Action<Utf8JsonWriter, T> write)
    {
        writer.WriteStartObject();
        write(writer, value);
        writer.WriteEndObject();
    }

    public static void WriteTime(this Utf8JsonWriter writer, string name, DateTimeOffset? at) =>
        writer.WriteString(name, at?.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));

    /// <summary>A day of the form 2017-07-21, or null when it is none.</summary>
    public static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static GatewayReply Collection<T>(IEnumerable<T> items, int size, Action<Utf8JsonWriter, T> write, int status) => Object((items, size, write), static (writer, state) =>
    {
        writer.WriteNumber("size", state.size);
        writer.WriteStartArray("collection");
        foreach (var item in state.items)
        {
            writer.WriteObject(item, state.write);
        }

        writer.WriteEndArray();
    }, status);

    private static void WriteProfile(Utf8JsonWriter writer, SmsInbox inbox)
    {
        writer.WriteString("name", "Example");
        writer.WriteString("email", "user@example.com");
        writer.WriteString("username", inbox.SmsApi.UserName);
        writer.WriteString("phone_number", "447700900001");
        writer.WriteString("payment_type", "prepaid");
        writer.WriteString("user_type", "native");
        SmsApiItem.WritePoints(writer, inbox.SmsApiAccount.Purse.Amount, inbox.SmsApi.Reply);
    }

    private static Section? Find(string path) => Array.Find(Sections, section =>
        path.StartsWith(section.Path, StringComparison.Ordinal)
        && (path.Length == section.Path.Length || (section.HasParts && path[section.Path.Length] == '/')));

    /// <summary>A path, and what answers there.</summary>
    private sealed record Section(string Path, Operation Operation, Func<GatewayCall, SmsInbox, GatewayReply> Answer)
    {
        /// <summary>Whether there is more below it.</summary>
        public bool HasParts { get; init; }
    }
}
