namespace SmsGateway.Emulator.Protocols.SmsApi;

/// <summary>The caller's own references of a send: one for each recipient, and with <c>check_idx</c> each good once a day.</summary>
internal sealed class SmsApiIdx(GatewayCall call, SmsInbox inbox)
{
    private const int MaxLength = 255;
    private static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    private readonly IReadOnlyList<string>? _list = SmsApiText.List(call.Parameters, "idx") is { } list && list is not [""] ? list : null;

    /// <summary>What is wrong with the list itself. A group, whose size the caller does not know, takes one for all.</summary>
    public SmsApiError? Refusal(int recipients) =>
        _list is null ? null
        : _list.Any(idx => idx.Length > MaxLength) ? new(27)
        : _list.Count != (call.Parameters.Has("group") ? 1 : recipients) ? new(20)
        : null;

    /// <summary>References used before: the whole bulk is refused, or their recipients are left out.</summary>
    public SmsApiError? Repeated(List<SmsApiRecipient> recipients)
    {
        if (_list is null || !call.Parameters.Flag("check_idx"))
        {
            return null;
        }

        bool IsUsed(SmsApiRecipient recipient) => Key(recipient) is { } key && inbox.SmsApiAccount.UsedIdx.Has(key, call.Now, Kept);
        if (!inbox.SmsApi.RepeatedIdxSkipsRecipient)
        {
            return recipients.Exists(IsUsed) ? new(53) : null;
        }

        recipients.RemoveAll(IsUsed);
        return recipients.Count > 0 ? null : new(53);
    }

    public string? Of(SmsApiRecipient recipient) => _list?[Math.Min(recipient.Place, _list.Count - 1)] is { Length: > 0 } idx ? idx : null;

    public void Remember(SmsApiRecipient recipient)
    {
        if (Key(recipient) is { } key)
        {
            inbox.SmsApiAccount.UsedIdx.Add(key, call.Now, Kept);
        }
    }

    // Without a reference there is nothing to compare; each host may have a memory of its own.
    private string? Key(SmsApiRecipient recipient) =>
        Of(recipient) is { } idx ? (inbox.SmsApi.IdxMemoryPerHost ? call.Request.Host.Host + "|" : "") + idx : null;
}
