using SmsGateway.Http;

namespace SmsGateway.SmsApi;

/// <summary>What SMSAPI would refuse about a message's text and extras, or replace without being asked to.</summary>
internal static class SmsApiExtrasCheck
{
    private const int MaxParameters = 4;
    private const int MaxParts = 10;

    private static readonly SmsApiExtras None = new();

    public static SmsError? Find(OutgoingSms message)
    {
        var extras = message.Message.GetExtras<SmsApiExtras>() ?? None;

        // What came from JSON may lack its list.
        var values = extras.Parameters ?? [];
        return FindInOptions(extras, values)
            ?? (extras is { Template: null, Binary: null } ? FindInText(message, extras, values.Count) : null);
    }

    private static SmsError? FindInOptions(SmsApiExtras extras, IReadOnlyList<string> values) =>
        values.Count > MaxParameters ? Refuse(SmsErrorKind.InvalidRequest, "SMSAPI has four parameters (SmsApiExtras.Parameters) at most.")
        : values.Any(value => value is null || value.Contains('|', StringComparison.Ordinal)) ? Refuse(SmsErrorKind.InvalidContent, "A parameter for SMSAPI (SmsApiExtras.Parameters) holds \"|\", which splits the list and cannot be escaped.")
        : !extras.AllowTags && values.Any(SmsApiTags.AreIn) ? Refuse(SmsErrorKind.InvalidContent, "A parameter for SMSAPI holds a [%...%] tag; SmsApiExtras.AllowTags lets it.")
        : extras.MaxParts is < 1 or > MaxParts ? Refuse(SmsErrorKind.InvalidRequest, "SmsApiExtras.MaxParts is 1 to 10.")
        : IsBlank(extras.Template) || IsBlank(extras.PartnerId) || IsBlank(extras.DiscountGroup) ? Refuse(SmsErrorKind.InvalidRequest, "Template, PartnerId and DiscountGroup of SmsApiExtras are null or a printable name.")
        : extras.TimeRestriction is { } restriction && !Enum.IsDefined(restriction) ? Refuse(SmsErrorKind.InvalidRequest, "SmsApiExtras.TimeRestriction has a value that SMSAPI does not know.")
        : extras.Binary is null ? null
        : !extras.Binary.IsValid ? Refuse(SmsErrorKind.InvalidContent, "Header and data of a binary message are hexadecimal digits, an even number of them.")
        : extras.Normalize || extras.Template is not null || values.Count > 0 ? Refuse(SmsErrorKind.InvalidRequest, "A binary message goes without Normalize, Template and Parameters.")
        : null;

    private static SmsError? FindInText(OutgoingSms message, SmsApiExtras extras, int values)
    {
        if (!extras.AllowTags && SmsApiTags.AreInBeside(message.Text, values))
        {
            return Refuse(SmsErrorKind.InvalidContent, "The text holds a [%...%] tag, which SMSAPI would replace; SmsApiExtras.AllowTags lets it.");
        }

        // What is left after normalisation is SMSAPI's to judge.
        return message.Message.Flash && !extras.Normalize && message.Size.Encoding != SmsEncoding.Gsm7
            ? Refuse(SmsErrorKind.EncodingNotSupported, "SMSAPI sends flash messages in GSM-7 only.")
            : null;
    }

    private static bool IsBlank(string? name) => name is not null && (string.IsNullOrWhiteSpace(name) || name.Any(char.IsControl));

    private static SmsError Refuse(SmsErrorKind kind, string sentence) => new(kind, sentence);
}

/// <summary>What messages with extras must have in common to share a request: everything but the values that are each recipient's own.</summary>
internal sealed record SmsApiShareKey(string? Text, SmsApiExtras Extras)
{
    public static SmsApiShareKey Of(OutgoingSms message, SmsApiExtras extras) => new(
        extras is { Template: null, Binary: null } ? message.Text : null,
        extras with { Parameters = [] })
    {
        Values = extras.Parameters?.Count ?? 0,
    };

    /// <summary>Lists of equal length only fit one request.</summary>
    public int Values { get; private init; }
}
