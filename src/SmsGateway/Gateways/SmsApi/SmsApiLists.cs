using SmsGateway.Webhooks;

namespace SmsGateway.SmsApi;

/// <summary>Callbacks about several messages at once: each field is a list, the i-th value belongs to the i-th message.</summary>
internal static class SmsApiLists
{
    // The vendor sends at most five.
    private const int MaxRecords = 100;

    /// <summary>The ids; the vendor's page prints the name once with a small L.</summary>
    public static string? IdsOf(SmsWebhookFields form) => form["MsgId"] ?? form["Msgld"];

    public static SmsWebhookResult ReadReports(SmsWebhookFields form, SmsWebhookRequest request, string? defaultCountryCode) =>
        Read(form, ["status", "status_name", "idx", "to"], (ids, i) =>
        {
            var status = StatusOf(form.Listed("status", i, ids, mayStandForAll: true), form.Listed("status_name", i, ids, mayStandForAll: true));
            var number = WebhookValues.ToNumber(form.Listed("to", i, ids), defaultCountryCode);
            return new SmsDeliveryReport
            {
                Account = request.Account,
                ReceivedAt = request.ReceivedAt,
                Raw = request.Raw,
                Message = new SmsMessageHandle(request.Account, ids[i], number, form.Listed("idx", i, ids)),
                Status = SmsApiCodes.OfStatus(status),
                IsFinal = SmsApiCodes.IsFinal(status),
                RawStatus = status,
                Price = WebhookValues.ToPrice(form.Listed("points", i, ids, mayStandForAll: true)),
                At = WebhookValues.ToTime(form.Listed("donedate", i, ids, mayStandForAll: true)),
            };
        });

    public static SmsWebhookResult ReadClicks(SmsWebhookFields form, SmsWebhookRequest request, string? defaultCountryCode) =>
        Read(form, ["click_date", "to"], (ids, i) => new SmsLinkOpened
        {
            Account = request.Account,
            ReceivedAt = request.ReceivedAt,
            Raw = request.Raw,
            Message = new SmsMessageHandle(request.Account, ids[i], WebhookValues.ToNumber(form.Listed("to", i, ids), defaultCountryCode)),
            At = WebhookValues.ToTime(form.Listed("click_date", i, ids, mayStandForAll: true)),
            Device = form.Listed("device", i, ids, mayStandForAll: true),
            OperatingSystem = form.Listed("operating_system", i, ids, mayStandForAll: true),
            Browser = form.Listed("browser", i, ids, mayStandForAll: true),
        });

    private static SmsWebhookResult Read(SmsWebhookFields form, string[] counted, Func<string[], int, SmsEvent> read)
    {
        var ids = IdsOf(form)!.Split(',', StringSplitOptions.TrimEntries);
        if (ids.Length > MaxRecords)
        {
            return SmsWebhookResult.Refused(SmsWebhookAnswer.BadRequest, "More records than any callback has.");
        }

        List<SmsEvent> events = new(ids.Length);
        for (var i = 0; i < ids.Length; i++)
        {
            if (ids[i].Length > 0)
            {
                events.Add(read(ids, i));
            }
        }

        return events.Count == 0 ? SmsWebhookResult.Refused(SmsWebhookAnswer.BadRequest, "No message id.")
            : SmsWebhookResult.Of(events, Array.Exists(counted, name => IsUneven(form[name], ids.Length)), "Lists of unequal length: what cannot be told apart is left unknown.");
    }

    /// <summary>The i-th value of a list, or null. Of a list that is too long nobody knows which value belongs to which message.</summary>
    private static string? Listed(this SmsWebhookFields form, string name, int i, string[] ids, bool mayStandForAll = false)
    {
        var list = form[name];
        if (list is null || ids.Length == 1)
        {
            return list;
        }

        var values = list.Split(',', StringSplitOptions.TrimEntries);
        return values.Length > ids.Length ? null
            : values.Length == 1 && mayStandForAll ? values[0]
            : i < values.Length && values[i].Length > 0 ? values[i]
            : null;
    }

    private static bool IsUneven(string? list, int records) => list is not null && list.AsSpan().Count(',') + 1 != records && (records == 1 || list.Contains(',', StringComparison.Ordinal));

    // The number decides where it is one that is known, else the name; what nobody knows is kept whole.
    private static string? StatusOf(string? number, string? name) =>
        number is null ? name
        : name is null || IsListed(number) ? number
        : IsListed(name) ? name
        : $"{number} {name}";

    private static bool IsListed(string status) => SmsApiCodes.IsFinal(status) || SmsApiCodes.OfStatus(status) != SmsDeliveryStatus.Unknown;
}
