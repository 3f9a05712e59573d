using System.Text.Json;
using SmsGateway.Emulator.Protocols.Http;
using SmsGateway.Emulator.Text;

namespace SmsGateway.Emulator.Protocols.SpeedMarket;

/// <summary>What one message asks for, from a form or from an entry of a batch with the batch's defaults behind it.</summary>
internal sealed record SpeedMarketRequest(Func<string, string?> Field)
{
    private static readonly string[] Known = ["user", "password", "type", "country_code", "number", "content", "caption", "campaign_id", "schedule", "timezone"];

    public int? Type => int.TryParse(Field("type"), System.Globalization.CultureInfo.InvariantCulture, out var type) ? type : null;

    public string Submitted => Field("number") ?? "";

    public string Country => Field("country_code") is { Length: > 0 } country ? country : "55";

    public string Content => Field("content") ?? "";

    public string? Schedule => Field("schedule") is { Length: > 0 } schedule ? schedule : null;

    public string? TimeZone => Field("timezone") is { Length: > 0 } zone ? zone : null;

    /// <summary>
    /// The number with its country. Some callers put 55 before the number as well; that is only a country when the whole has 12 or
    /// 13 digits, because 55 is an area too.
    /// </summary>
    public string Digits
    {
        get
        {
            var number = PhoneDigits.Of(Submitted);
            return Country == "55" && number.Length is 12 or 13 && number.StartsWith("55", StringComparison.Ordinal) ? number : PhoneDigits.Of(Country) + number;
        }
    }

    /// <summary>Whether the number is one: digits, of a length that its country has.</summary>
    public bool HasNumber => Submitted.Length > 0 && PhoneDigits.LooksLikeNumber(Submitted) && NumberingPlan.Kind(Digits) != NumberKind.Invalid;

    public static IReadOnlyList<SpeedMarketRequest> ReadAll(GatewayCall call) =>
        call.Action == "multiple" ? ReadBatch(call.Json ?? default) : [new(name => call.Parameters[name])];

    public static IReadOnlyList<SpeedMarketRequest> ReadBatch(JsonElement json)
    {
        var defaults = json.Member("defaultValues") ?? default;
        return json.Member("messages") is { ValueKind: JsonValueKind.Array } messages
            ? [.. messages.EnumerateArray().Select(message => new SpeedMarketRequest(name => message.TextMember(name) ?? defaults.TextMember(name)))]
            : [];
    }

    public static IReadOnlyDictionary<string, string> Extras(GatewayCall call) =>
        call.Action == "multiple" ? CapturedMessage.NoExtras : call.Parameters.Except(Known.ToHashSet(StringComparer.Ordinal));
}
