using System.Globalization;
using System.Text;
using SmsGateway.Http;

namespace SmsGateway.SmsApi;

/// <summary>Small forms and queries: fields in the order given, absent ones left out. Numbers are written for machines, whatever the culture.</summary>
internal static class SmsApiForm
{
    /// <summary>A form for a script, with <c>format=json</c>.</summary>
    public static byte[] Script(params ReadOnlySpan<(string Name, string? Value)> fields)
    {
        var form = new FormWriter(256);
        form.Add("format"u8, "json"u8);
        Write(ref form, fields);
        return form.ToBody();
    }

    /// <summary>A form for the REST interface.</summary>
    public static byte[] Of(params ReadOnlySpan<(string Name, string? Value)> fields)
    {
        var form = new FormWriter(256);
        Write(ref form, fields);
        return form.ToBody();
    }

    /// <summary>A path with a query. Never for secrets.</summary>
    public static string Query(string path, params ReadOnlySpan<(string Name, string? Value)> fields) =>
        Of(fields) is { Length: > 0 } query ? $"{path}?{Encoding.ASCII.GetString(query)}" : path;

    /// <summary>A part of a path that came from outside.</summary>
    public static string Segment(string value, string parameter)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(value, parameter);
        return value is "." or ".." ? throw new ArgumentException("This cannot stand in a path.", parameter) : Uri.EscapeDataString(value);
    }

    /// <summary>1, or nothing.</summary>
    public static string? Flag(bool value) => value ? "1" : null;

    /// <summary>1 or 0, or nothing.</summary>
    public static string? Bit(bool? value) => value switch { true => "1", false => "0", null => null };

    public static string? Number(decimal? value) => value?.ToString(CultureInfo.InvariantCulture);

    public static string? Number(int? value) => value?.ToString(CultureInfo.InvariantCulture);

    public static string? Unix(DateTimeOffset? value) => value?.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    public static string? Date(DateOnly? value) => value?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Items joined by a sign that nothing escapes.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="items"/> is null.</exception>
    /// <exception cref="ArgumentException">There are none, or one is blank or holds the sign.</exception>
    public static string Join(IReadOnlyList<string> items, char sign, string parameter)
    {
        ArgumentNullException.ThrowIfNull(items, parameter);
        return items.Count > 0 && items.All(item => !string.IsNullOrWhiteSpace(item) && !item.Contains(sign, StringComparison.Ordinal))
            ? string.Join(sign, items)
            : throw new ArgumentException($"At least one, none of them blank or with \"{sign}\", which splits the list.", parameter);
    }

    /// <summary>Fields of a form that is being written.</summary>
    public static void Write(ref FormWriter form, scoped ReadOnlySpan<(string Name, string? Value)> fields)
    {
        foreach (var (name, value) in fields)
        {
            if (value is not null)
            {
                form.Add(Encoding.ASCII.GetBytes(name), value);
            }
        }
    }
}
