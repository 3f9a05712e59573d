using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using SmsGateway.Emulator.Protocols.Http;
using SmsGateway.Emulator.Text;

namespace SmsGateway.Emulator.Protocols.SmsApi;

/// <summary>The text of a send: decoded by the charset that the caller named, its tags filled for each recipient.</summary>
internal sealed partial class SmsApiText
{
    private readonly IReadOnlyList<string>?[] _values;
    private readonly bool _doubleBreaks;
    private readonly int _headerOctets;
    private int _links;

    private SmsApiText(string text, IReadOnlyList<string>?[] values, bool isBinary, int headerOctets, bool doubleBreaks)
    {
        (Text, _values, IsBinary, _headerOctets, _doubleBreaks) = (text, values, isBinary, headerOctets, doubleBreaks);
        Plain = Count(text);
    }

    public string Text { get; }

    public bool IsBinary { get; }

    /// <summary>The count of the text as it stands, tags unfilled.</summary>
    public SegmentCount Plain { get; }

    public bool IsPersonal => !IsBinary && Text.Contains("[%", StringComparison.Ordinal);

    public bool HasLinks => Text.Contains("[%goto:", StringComparison.Ordinal);

    public static SmsApiText Read(ParameterSet parameters, string text, bool doubleBreaks)
    {
        var isBinary = parameters["datacoding"] == "bin";
        var values = new IReadOnlyList<string>?[4];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = List(parameters, string.Create(CultureInfo.InvariantCulture, $"param{i + 1}"));
        }

        text = !isBinary && parameters.Flag("normalize") ? SmsApiNormalization.Apply(text) : text;
        return new(text, values, isBinary, (parameters["udh"]?.Length ?? 0) / 2, doubleBreaks);
    }

    /// <summary>The message parameter, decoded.</summary>
    public static string? Decoded(ParameterSet parameters) => parameters.Text("message", Charset(parameters["encoding"]));

    /// <summary>Values joined by a bar, or a PHP array; null when there are none.</summary>
    public static IReadOnlyList<string>? List(ParameterSet parameters, string name) =>
        parameters.Elements(name) ?? (parameters[name] is { } joined ? joined.Split('|') : null);

    /// <summary>Whether every list of values has one for each recipient.</summary>
    public bool HasValuesFor(int recipients) => Array.TrueForAll(_values, list => list is null || list.Count == recipients);

    public bool HasValues => Array.Exists(_values, list => list is not null);

    /// <summary>The text for one recipient.</summary>
    public string For(SmsApiRecipient recipient) => !IsPersonal ? Text : Tag().Replace(Text, match =>
    {
        var name = match.Groups["name"].Value;
        return name switch
        {
            ['1' or '2' or '3' or '4'] => _values[name[0] - '1'] is { } values && recipient.Place < values.Count ? values[recipient.Place] : "",
            _ when name.StartsWith("goto:", StringComparison.Ordinal) => Link(recipient),
            _ when name.StartsWith("contact.", StringComparison.Ordinal) => recipient.Contact?.Fields.GetValueOrDefault(name["contact.".Length..]) ?? "",
            _ => match.Value,
        };
    });

    public SegmentCount Count(string text) =>
        IsBinary ? SegmentCount.OfOctets((text.Length / 2) + _headerOctets) : SegmentCount.Of(text, _doubleBreaks);

    // Each recipient gets an ending of its own.
    private string Link(SmsApiRecipient recipient) =>
        "http://cut.li/" + string.Create(CultureInfo.InvariantCulture, $"{(uint)string.GetHashCode(recipient.Digits, StringComparison.Ordinal) % 0xfff:X3}{Interlocked.Increment(ref _links):X}");

    private static Encoding Charset(string? name)
    {
        if (string.IsNullOrEmpty(name) || name.StartsWith("utf", StringComparison.OrdinalIgnoreCase))
        {
            return Encoding.UTF8;
        }

        if (name.Equals("iso-8859-1", StringComparison.OrdinalIgnoreCase))
        {
            return Encoding.Latin1;
        }

        return CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.UTF8;
    }

    [GeneratedRegex(@"\[%(?<name>[^%\]]+)%\]", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Tag();
}
