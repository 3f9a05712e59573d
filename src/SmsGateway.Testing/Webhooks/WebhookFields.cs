using System.Globalization;
using System.Text;

namespace SmsGateway.Testing;

/// <summary>Writes names and values as forms and queries do: a blank is a plus.</summary>
internal static class WebhookFields
{
    public static string Write(params (string Name, string Value)[] fields) =>
        string.Join('&', fields.Select(static field => $"{field.Name}={Escape(field.Value, keep: "")}"));

    public static string WriteKeepingColons(params (string Name, string Value)[] fields) =>
        string.Join('&', fields.Select(static field => $"{field.Name}={Escape(field.Value, keep: ":")}"));

    private static string Escape(string value, string keep)
    {
        var escaped = new StringBuilder(value.Length);
        foreach (var octet in Encoding.UTF8.GetBytes(value))
        {
            var c = (char)octet;
            _ = char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_' || keep.Contains(c, StringComparison.Ordinal) ? escaped.Append(c)
                : c == ' ' ? escaped.Append('+')
                : escaped.Append(CultureInfo.InvariantCulture, $"%{octet:X2}");
        }

        return escaped.ToString();
    }
}
