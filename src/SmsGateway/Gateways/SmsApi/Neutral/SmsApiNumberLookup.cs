namespace SmsGateway.SmsApi;

/// <summary>Look-ups that answer at once. Results pushed to the callback come twenty at a time; so many are asked for here.</summary>
internal sealed class SmsApiNumberLookup(ISmsApiClient client) : INumberLookup
{
    private const int MaxNumbers = 20;

    public async Task<IReadOnlyList<NumberInfo>> LookUpAsync(IReadOnlyList<PhoneNumber> numbers, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(numbers);
        Dictionary<PhoneNumber, NumberInfo> found = [];
        foreach (var some in numbers.Distinct().Chunk(MaxNumbers))
        {
            foreach (var info in await AskAsync(some, cancellationToken).ConfigureAwait(false))
            {
                found[info.Number] = info;
            }
        }

        return [.. numbers.Select(number => found.GetValueOrDefault(number) ?? new NumberInfo(number, NumberState.Unknown))];
    }

    private async Task<IEnumerable<NumberInfo>> AskAsync(PhoneNumber[] numbers, CancellationToken cancellationToken)
    {
        try
        {
            var results = await client.Hlr.LookUpAsync([.. numbers.Select(number => number.Digits)], cancellationToken).ConfigureAwait(false);
            return results.Select(result => PhoneNumberReader.TryReadWireDigits(result.Number, out var number) ? Info(number, result) : null).OfType<NumberInfo>();
        }
        catch (SmsException exception) when (exception.Error.GatewayCode == SmsApiCodes.NoRecipient)
        {
            // "No correct number" is an answer about all of them.
            return numbers.Select(number => new NumberInfo(number, NumberState.Invalid));
        }
    }

    private static NumberInfo Info(PhoneNumber number, SmsApiHlrResult result) => new(number, result.State)
    {
        Id = result.Id,
        CountryCode = result.Mcc,
        NetworkCode = result.Mnc,
        Info = result.Info,
        IsPorted = result.Ported,
        Price = result.Price is { } price and >= 0 ? new SmsPrice(price) : null,
    };
}
