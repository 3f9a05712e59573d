namespace SmsGateway.SmsApi;

/// <summary>Takes scheduled messages back.</summary>
internal sealed class SmsApiScheduler(ISmsApiClient client) : ISmsScheduler
{
    private const int MaxIds = 100;

    public async Task<IReadOnlyList<SmsCancellation>> CancelAsync(IReadOnlyList<SmsMessageHandle> messages, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(messages);
        HashSet<string> deleted = new(StringComparer.Ordinal);
        foreach (var ids in messages.Where(message => message.Id is { Length: > 0 }).Select(message => message.Id!).Distinct(StringComparer.Ordinal).Chunk(MaxIds))
        {
            deleted.UnionWith(await DeleteAsync(ids, cancellationToken).ConfigureAwait(false));
        }

        return [.. messages.Select(message => new SmsCancellation(message, message.Id is { } id && deleted.Contains(id)))];
    }

    // Whether one unknown id refuses all is documented nowhere; then each is asked for alone. Deleting twice does no harm.
    private async Task<IReadOnlyList<string>> DeleteAsync(string[] ids, CancellationToken cancellationToken)
    {
        try
        {
            return await client.Sms.DeleteScheduledAsync(ids, cancellationToken).ConfigureAwait(false);
        }
        catch (SmsException exception) when (exception.Error.GatewayCode == SmsApiCodes.NotScheduled)
        {
            if (ids.Length == 1)
            {
                return [];
            }
        }

        List<string> deleted = [];
        foreach (var id in ids)
        {
            deleted.AddRange(await DeleteAsync([id], cancellationToken).ConfigureAwait(false));
        }

        return deleted;
    }
}
