namespace SmsGateway.SmsApi;

/// <summary>Delivery states by id. How many ids fit a question is documented nowhere: a hundred do no harm.</summary>
internal sealed class SmsApiStatusReader(ISmsApiClient client) : ISmsStatusReader
{
    private const int MaxIds = 100;

    public async Task<IReadOnlyList<SmsStatusReport>> GetStatusAsync(IReadOnlyList<SmsMessageHandle> messages, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(messages);
        Dictionary<string, SmsApiMessageState> states = new(StringComparer.Ordinal);
        foreach (var ids in messages.Where(message => message.Id is { Length: > 0 }).Select(message => message.Id!).Distinct(StringComparer.Ordinal).Chunk(MaxIds))
        {
            await AskAsync(ids, states, cancellationToken).ConfigureAwait(false);
        }

        return [.. messages.Select(message => Report(message, message.Id is { } id && states.TryGetValue(id, out var state) ? state : null))];
    }

    // One bad id may refuse all; halves find it.
    private async Task AskAsync(ArraySegment<string> ids, Dictionary<string, SmsApiMessageState> states, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var state in await client.Sms.GetStatusAsync(ids, cancellationToken).ConfigureAwait(false))
            {
                states[state.Id] = state;
            }
        }
        catch (SmsException exception) when (exception.Error.GatewayCode == SmsApiCodes.BadStatusId)
        {
            if (ids.Count > 1)
            {
                await AskAsync(ids[..(ids.Count / 2)], states, cancellationToken).ConfigureAwait(false);
                await AskAsync(ids[(ids.Count / 2)..], states, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private static SmsStatusReport Report(SmsMessageHandle message, SmsApiMessageState? state) => new(message, state?.DeliveryStatus ?? SmsDeliveryStatus.Unknown)
    {
        IsFinal = state?.IsFinal ?? false,
        RawStatus = state?.Status,
        Price = state?.Points is { } points and >= 0 ? new SmsPrice(points) : null,
    };
}
