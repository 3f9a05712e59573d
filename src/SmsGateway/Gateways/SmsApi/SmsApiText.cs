using SmsGateway.Http;

namespace SmsGateway.SmsApi;

/// <summary>The plain-text forms of SMSAPI's replies, which also come when JSON was asked for.</summary>
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
        foreach (var record in reply.Text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var fields = record.Split(':');
            if (fields is not (["OK", _, _] or ["OK", _, _, _]) || !decimal.TryParse(fields[2], System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out var points))
            {
                return false;
            }

            read.Add(new SmsApiSentItem { Id = fields[1], Points = points, Number = fields.Length == 4 ? fields[3] : null });
        }

        items = [.. read];
        return items.Length > 0;
    }
}
