using System.Globalization;
using SmsGateway.Webhooks;

namespace SmsGateway.SmsApi;

/// <summary>The results of number look-ups: arrays in the manner of PHP, <c>0[id]=...&amp;0[number]=...&amp;1[id]=...</c>, at most 20.</summary>
internal static class SmsApiLookups
{
    private const int MaxRecords = 100;

    public static SmsWebhookResult Read(SmsWebhookFields form, SmsWebhookRequest request)
    {
        SortedDictionary<int, Dictionary<string, string>> records = [];
        foreach (var (name, value) in form.All)
        {
            if (TrySplit(name, out var index, out var key))
            {
                if (!records.TryGetValue(index, out var record))
                {
                    records[index] = record = new(StringComparer.Ordinal);
                }

                record.TryAdd(key, value.Trim());
            }
        }

        SmsEvent[] events = [.. records.Values.Where(record => record.ContainsKey("number")).Select(record => ReadOne(record, request))];
        return events.Length == 0
            ? SmsWebhookResult.Refused(SmsWebhookAnswer.BadRequest, "None of the callbacks that are known: no message id, no text, no result of a look-up.")
            : SmsWebhookResult.Of(events);
    }

    private static SmsNumberLookedUp ReadOne(Dictionary<string, string> record, SmsWebhookRequest request)
    {
        var info = Value(record, "info");
        return new SmsNumberLookedUp
        {
            Account = request.Account,
            ReceivedAt = request.ReceivedAt,
            Raw = request.Raw,
            Number = new NumberInfo(WebhookValues.ToNumber(record["number"], defaultCountryCode: null) ?? default, SmsApiCodes.OfLookup(Value(record, "status"), info))
            {
                Id = Value(record, "id"),
                CountryCode = WebhookValues.ToInteger(Value(record, "mcc")),
                NetworkCode = WebhookValues.ToInteger(Value(record, "mnc")),
                Info = info,
                IsPorted = Value(record, "ported") switch { "0" => false, "1" => true, _ => null },
            },
            Reference = Value(record, "idx"),
            PortedFrom = Value(record, "ported_from"),
            At = WebhookValues.ToTime(Value(record, "date")),
        };
    }

    // A name that is not there is the word "null".
    private static string? Value(Dictionary<string, string> record, string key) =>
        record.TryGetValue(key, out var value) && value is not ("" or "null") ? value : null;

    private static bool TrySplit(string name, out int index, out string key)
    {
        var open = name.IndexOf('[', StringComparison.Ordinal);
        if (open > 0 && name[^1] == ']' && int.TryParse(name.AsSpan(0, open), NumberStyles.None, CultureInfo.InvariantCulture, out index) && index < MaxRecords)
        {
            key = name[(open + 1)..^1];
            return true;
        }

        (index, key) = (0, "");
        return false;
    }
}
