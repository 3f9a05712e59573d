using System.Globalization;

namespace SmsGateway.SmsApi;

/// <summary>Tags that SMSAPI replaces in texts and templates. Source: docs.smsapi.com, sections 3.1, 3.2 and 3.4.</summary>
public static class SmsApiTags
{
    // Nothing escapes them.
    private static readonly string[] Known = ["[%1%]", "[%2%]", "[%3%]", "[%4%]", "[%goto:", "[%contact."];

    /// <summary>A short link, a different one for each recipient, whose first opening is reported: <c>[%goto:https://example.com/%]</c>. At most 100 recipients a request.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="target"/> is null.</exception>
    /// <exception cref="ArgumentException">The address is relative, or would end the tag.</exception>
    public static string Link(Uri target)
    {
        ArgumentNullException.ThrowIfNull(target);
        return target.IsAbsoluteUri && !target.AbsoluteUri.Contains("%]", StringComparison.Ordinal)
            ? $"[%goto:{target.AbsoluteUri}%]"
            : throw new ArgumentException("The address must be absolute and must not hold \"%]\".", nameof(target));
    }

    /// <summary>A field of the contact, in messages to groups: <c>[%contact.city%]</c>.</summary>
    /// <exception cref="ArgumentException">The name is blank, or would end the tag.</exception>
    public static string Contact(string field)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(field);
        return field.Contains('%', StringComparison.Ordinal) || field.Contains(']', StringComparison.Ordinal)
            ? throw new ArgumentException("The name of a field must not hold \"%\" or \"]\".", nameof(field))
            : $"[%contact.{field}%]";
    }

    /// <summary>The recipient's own value: <c>[%1%]</c> to <c>[%4%]</c>.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="index"/> is not 1 to 4.</exception>
    public static string Parameter(int index)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(index, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(index, 4);
        return string.Create(CultureInfo.InvariantCulture, $"[%{index}%]");
    }

    /// <summary>Whether SMSAPI would replace something in this text.</summary>
    internal static bool AreIn(string text) => HoldsAny(text, Known);

    /// <summary>Whether SMSAPI would replace something in this text other than the recipient's first <paramref name="count"/> values.</summary>
    internal static bool AreInBeside(string text, int count) => HoldsAny(text, Known.AsSpan(count));

    /// <summary>Whether the text holds a link, which keeps a request at 100 recipients.</summary>
    internal static bool HaveLink(string text) => text.Contains("[%goto:", StringComparison.OrdinalIgnoreCase);

    private static bool HoldsAny(string text, ReadOnlySpan<string> tags)
    {
        if (text.Contains("[%", StringComparison.Ordinal))
        {
            foreach (var tag in tags)
            {
                if (text.Contains(tag, StringComparison.OrdinalIgnoreCase))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
