using System.Globalization;
using SmsGateway.Emulator.Text;

namespace SmsGateway.Emulator.Api;

/// <summary>
/// A search such as <c>to:+4850 status:failed segments:>1 -text:test "one time"</c>: all parts must hold, a minus turns a part
/// round, words without a prefix look into text, numbers and reference.
/// </summary>
internal sealed class MessageQuery
{
    private readonly List<Func<CapturedMessage, bool>> _parts = [];
    private readonly Func<CapturedMessage, bool> _wasAnswered;

    private MessageQuery(Func<CapturedMessage, bool> wasAnswered) => _wasAnswered = wasAnswered;

    public static Func<CapturedMessage, bool> Parse(string? query, Func<CapturedMessage, bool>? wasAnswered = null)
    {
        var parsed = new MessageQuery(wasAnswered ?? (static _ => false));
        foreach (var word in Words(query ?? ""))
        {
            var isTurned = word is ['-', _, ..];
            var part = parsed.Part(isTurned ? word[1..] : word);
            parsed._parts.Add(isTurned ? message => !part(message) : part);
        }

        return message => parsed._parts.TrueForAll(part => part(message));
    }

    private Func<CapturedMessage, bool> Part(string word)
    {
        var colon = word.IndexOf(':', StringComparison.Ordinal);
        var value = word[(colon + 1)..];
        return (colon < 0 ? "" : word[..colon].ToUpperInvariant()) switch
        {
            "TO" => Number(value, static message => message.To),
            "FROM" => message => Has(message.From, value),
            "GATEWAY" => message => message.Gateway.ToString().Equals(value.Replace("-", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase),
            "STATUS" => message => HasState(message.State, value),
            "SEGMENTS" => Segments(value),
            "TEXT" => message => Has(message.Text, value),
            "REF" => message => Has(message.Reference, value),
            "INBOX" => message => message.Inbox.Equals(value, StringComparison.OrdinalIgnoreCase),
            "FAULT" => message => Has(message.Fault, value),
            "HAS" => Having(value),
            _ => message => Has(message.Text, word) || Has(message.To, word) || Has(message.From, word) || Has(message.Reference, word),
        };
    }

    private Func<CapturedMessage, bool> Having(string what) => what.ToUpperInvariant() switch
    {
        "CODE" => static message => Capture.OneTimeCode.Find(message.Text) is not null,
        "LINK" => static message => Capture.OneTimeCode.FindLink(message.Text) is not null,
        "FAULT" => static message => message.Fault is not null,
        "REPLY" => _wasAnswered,
        "UNICODE" => static message => message.Encoding == MessageEncoding.Ucs2,
        "REPORT" => static message => message.History.Count > 0,
        _ => static _ => false,
    };

    private static bool HasState(DeliveryState state, string word) => word.ToUpperInvariant() switch
    {
        "FAILED" => state is DeliveryState.Undelivered or DeliveryState.Expired or DeliveryState.Rejected,
        "ACCEPTED" => state is DeliveryState.Queued,
        _ => state.ToString().Equals(word, StringComparison.OrdinalIgnoreCase),
    };

    private static Func<CapturedMessage, bool> Segments(string value)
    {
        var number = value.TrimStart('<', '>', '=');
        if (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var wanted))
        {
            return static _ => false;
        }

        return value[..^number.Length] switch
        {
            ">" => message => message.Segments > wanted,
            ">=" => message => message.Segments >= wanted,
            "<" => message => message.Segments < wanted,
            "<=" => message => message.Segments <= wanted,
            _ => message => message.Segments == wanted,
        };
    }

    private static Func<CapturedMessage, bool> Number(string value, Func<CapturedMessage, string> of)
    {
        var digits = PhoneDigits.Of(value);
        return value.StartsWith('+')
            ? message => of(message).AsSpan(1).StartsWith(digits)
            : message => of(message).Contains(digits, StringComparison.Ordinal);
    }

    private static bool Has(string? text, string part) => text?.Contains(part, StringComparison.OrdinalIgnoreCase) ?? false;

    /// <summary>Splits at blanks; quotes hold together, also behind a prefix.</summary>
    private static IEnumerable<string> Words(string query)
    {
        var word = new System.Text.StringBuilder();
        var isQuoted = false;
        foreach (var letter in query)
        {
            if (letter == '"')
            {
                isQuoted = !isQuoted;
            }
            else if (char.IsWhiteSpace(letter) && !isQuoted)
            {
                if (word.Length > 0)
                {
                    yield return word.ToString();
                    word.Clear();
                }
            }
            else
            {
                word.Append(letter);
            }
        }

        if (word.Length > 0)
        {
            yield return word.ToString();
        }
    }
}
