using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using SmsGateway.Http;

namespace SmsGateway.SmsApi;

/// <summary>
/// The plain-text forms of SMSAPI's replies, which also come when JSON was asked for. Source: docs.smsapi.com, at each operation. The
/// list of sender names has no form here: the vendor's template contradicts itself.
/// </summary>
internal static class SmsApiText
{
    /// <summary>"ERROR:14", "ERROR: 102".</summary>
    public static bool TryReadError(in GatewayReply reply, out string code)
    {
        code = "";
        if (!reply.Body.Span.StartsWith("ERROR:"u8) || reply.Body.Length > 64)
        {
            return false;
        }

        code = reply.Text["ERROR:".Length..].Trim();
        return code.Length > 0 && code.All(char.IsAsciiDigit);
    }

    /// <summary>"OK:ID:POINTS", or "OK:ID:POINTS:PHONE;" repeated.</summary>
    public static bool TryReadSent(in GatewayReply reply, out SmsApiSentItem[] items)
    {
        items = [];
        if (!reply.IsSuccess || !reply.Body.Span.StartsWith("OK:"u8))
        {
            return false;
        }

        List<SmsApiSentItem> read = [];
        foreach (var fields in Records(reply))
        {
            if (fields is not (["OK", _, _] or ["OK", _, _, _]) || !TryReadNumber(fields[2], out var points))
            {
                return false;
            }

            read.Add(new SmsApiSentItem { Id = fields[1], Points = points, Number = fields.Length == 4 ? fields[3] : null });
        }

        items = [.. read];
        return items.Length > 0;
    }

    /// <summary>"OK:NUMBER:ID:POINTS;" and "ERROR:NUMBER:CODE;", mixed.</summary>
    public static bool TryReadLookups(in GatewayReply reply, [NotNullWhen(true)] out SmsApiHlrItem?[]? items)
    {
        items = null;
        if (!reply.IsSuccess || !(reply.Body.Span.StartsWith("OK:"u8) || reply.Body.Span.StartsWith("ERROR:"u8)))
        {
            return false;
        }

        List<SmsApiHlrItem> read = [];
        foreach (var fields in Records(reply))
        {
            var points = 0m;
            SmsApiHlrItem? item = fields switch
            {
                ["OK", var number, var id, var price] when TryReadNumber(price, out points) => new() { Number = number, Id = id, Price = points },
                ["ERROR", var number, var code] => new() { Number = number, Error = code },
                _ => null,
            };
            if (item is null)
            {
                return false;
            }

            read.Add(item);
        }

        items = [.. read];
        return true;
    }

    /// <summary>"Credits: 100.000", "Points: 6225.4875": two words for one thing.</summary>
    public static bool TryReadBalance(in GatewayReply reply, out decimal points)
    {
        points = 0;
        return reply.IsSuccess && (reply.Body.Span.StartsWith("Credits:"u8) || reply.Body.Span.StartsWith("Points:"u8)) && reply.Body.Length <= 64
            && TryReadNumber(reply.Text[(reply.Text.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim(), out points);
    }

    /// <summary>"OK", or "OK:VALUE".</summary>
    public static bool TryReadOk(in GatewayReply reply, out string value)
    {
        value = "";
        if (!reply.IsSuccess || !reply.Body.Span.StartsWith("OK"u8))
        {
            return false;
        }

        var text = reply.Text;
        if (text.Length == 2)
        {
            return true;
        }

        value = text[3..].Trim();
        return text[2] == ':';
    }

    public static bool TryReadNumber(string text, out decimal number) => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number);

    private static IEnumerable<string[]> Records(in GatewayReply reply) =>
        reply.Text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(record => record.Split(':'));
}
