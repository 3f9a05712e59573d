using SmsGateway.Webhooks;

namespace SmsGateway.SmsApi;

/// <summary>Callbacks about several messages at once: each field is a list, the i-th value belongs to the i-th message.</summary>
internal sealed class SmsApiLists(string ids, SmsWebhookFields form, SmsWebhookRequest request, string? defaultCountryCode)
{
    // The vendor sends at most five.
    private const int MaxRecords = 100;

    private readonly string[] _ids = ids.Split(',', StringSplitOptions.TrimEntries);

    /// <summary>The ids; the vendor's page prints the name once with a small L.</summary>
    public static string? IdsOf(SmsWebhookFields form) => form["MsgId"] ?? form["Msgld"];

    public SmsWebhookResult Read() => form.Has("click_date")
        ? Read(static (lists, i) => lists.ClickOf(i), "click_date", "to")
        : Read(static (lists, i) => lists.ReportOf(i), "status", "status_name", "idx", "to");

    private SmsDeliveryReport ReportOf(int i)
    {
        var status = StatusOf(Listed("status", i, mayStandForAll: true), Listed("status_name", i, mayStandForAll: true));
        return new SmsDeliveryReport
        {
            Account = request.Account,
            ReceivedAt = request.ReceivedAt,
            Raw = request.Raw,
            Message = new SmsMessageHandle(request.Account, _ids[i], NumberOf(i), Listed("idx", i)),
            Status = SmsApiCodes.OfStatus(status),
            IsFinal = SmsApiCodes.IsFinal(status),
            RawStatus = status,
            Price = WebhookValues.ToPrice(Listed("points", i, mayStandForAll: true)),
            At = WebhookValues.ToTime(Listed("donedate", i, mayStandForAll: true)),
        };
    }

    private SmsLinkOpened ClickOf(int i) => new()
    {
        Account = request.Account,
        ReceivedAt = request.ReceivedAt,
        Raw = request.Raw,
        Message = new SmsMessageHandle(request.Account, _ids[i], NumberOf(i)),
        At = WebhookValues.ToTime(Listed("click_date", i, mayStandForAll: true)),
        Device = Listed("device", i, mayStandForAll: true),
        OperatingSystem = Listed("operating_system", i, mayStandForAll: true),
        Browser = Listed("browser", i, mayStandForAll: true),
    };

    private PhoneNumber? NumberOf(int i) => WebhookValues.ToNumber(Listed("to", i), defaultCountryCode);

    private SmsWebhookResult Read(Func<SmsApiLists, int, SmsEvent> read, params ReadOnlySpan<string> counted)
    {
        if (_ids.Length > MaxRecords)
        {
            return SmsWebhookResult.Refused(SmsWebhookAnswer.BadRequest, "More records than any callback has.");
        }

        List<SmsEvent> events = new(_ids.Length);
        for (var i = 0; i < _ids.Length; i++)
        {
            if (_ids[i].Length > 0)
            {
                events.Add(read(this, i));
            }
        }

        return events.Count == 0 ? SmsWebhookResult.Refused(SmsWebhookAnswer.BadRequest, "No message id.")
            : SmsWebhookResult.Of(events, AnyUneven(counted), "Lists of unequal length: what cannot be told apart is left unknown.");
    }

    /// <summary>The i-th value of a list, or null. Of a list that is too long nobody knows which value belongs to which message.</summary>
    private string? Listed(string name, int i, bool mayStandForAll = false)
    {
        var list = form[name];
        if (list is null || _ids.Length == 1)
        {
            return list;
        }

        var values = list.Split(',', StringSplitOptions.TrimEntries);
        return values.Length > _ids.Length ? null
            : values.Length == 1 && mayStandForAll ? values[0]
            : i < values.Length && values[i].Length > 0 ? values[i]
            : null;
    }

    private bool AnyUneven(ReadOnlySpan<string> counted)
    {
        foreach (var name in counted)
        {
            if (form[name] is { } list && list.AsSpan().Count(',') + 1 is var length && length != _ids.Length && (_ids.Length == 1 || length > 1))
            {
                return true;
            }
        }

        return false;
    }

    // The number decides where it is one that is known, else the name; what nobody knows is kept whole.
    private static string? StatusOf(string? number, string? name) =>
        number is null ? name
        : name is null || IsListed(number) ? number
        : IsListed(name) ? name
        : $"{number} {name}";

    private static bool IsListed(string status) => SmsApiCodes.IsFinal(status) || SmsApiCodes.OfStatus(status) != SmsDeliveryStatus.Unknown;
}
