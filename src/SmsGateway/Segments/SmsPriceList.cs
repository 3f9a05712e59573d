namespace SmsGateway;

/// <summary>
/// Prices per segment by destination: the longest matching prefix wins. An estimate before sending; the bill is the gateway's.
/// Immutable and safe to share.
/// </summary>
public sealed class SmsPriceList
{
    private readonly Dictionary<string, decimal> _prices = new(StringComparer.Ordinal);
    private readonly int _longestPrefix;

    /// <summary>Creates a price list.</summary>
    /// <param name="unit">What the prices are in: an ISO 4217 code, or the vendor's own word, such as "points".</param>
    /// <param name="pricesPerSegment">
    /// Prefixes in international form, with or without "+", and the price of one segment to them. The empty prefix is the price of
    /// every destination that no other prefix matches.
    /// </param>
    /// <exception cref="ArgumentNullException">An argument or a prefix is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A prefix has other characters than digits, or occurs twice.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A price is negative.</exception>
    public SmsPriceList(string unit, IEnumerable<KeyValuePair<string, decimal>> pricesPerSegment)
    {
        ArgumentNullException.ThrowIfNull(unit);
        ArgumentNullException.ThrowIfNull(pricesPerSegment);
        Unit = unit;
        foreach ((string prefix, decimal price) in pricesPerSegment)
        {
            ArgumentNullException.ThrowIfNull(prefix, nameof(pricesPerSegment));
            ArgumentOutOfRangeException.ThrowIfNegative(price, nameof(pricesPerSegment));
            string digits = prefix.TrimStart('+');
            if (digits.AsSpan().ContainsAnyExceptInRange('0', '9') || !_prices.TryAdd(digits, price))
            {
                throw new ArgumentException($"The prefix '{prefix}' is not a number, or is there twice.", nameof(pricesPerSegment));
            }

            _longestPrefix = Math.Max(_longestPrefix, digits.Length);
        }
    }

    /// <summary>What the prices are in.</summary>
    public string Unit { get; }

    /// <summary>The price of one segment to a destination.</summary>
    /// <param name="destination">A number in international form, with or without "+".</param>
    /// <returns>The price of the longest prefix that matches, or <see langword="null"/> if none does.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="destination"/> is <see langword="null"/>.</exception>
    public decimal? PricePerSegment(string destination)
    {
        ArgumentNullException.ThrowIfNull(destination);
        string digits = destination.TrimStart('+');
        for (int length = Math.Min(_longestPrefix, digits.Length); length >= 0; length--)
        {
            if (_prices.TryGetValue(digits[..length], out decimal price))
            {
                return price;
            }
        }

        return null;
    }

    /// <summary>What a text costs to a destination: its segments times the price of one.</summary>
    /// <param name="info">What <see cref="SmsText.Analyze"/> said of the text; the empty text is one segment and costs as one.</param>
    /// <param name="destination">A number in international form, with or without "+".</param>
    /// <returns>The estimate, or <see langword="null"/> if no prefix matches.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="destination"/> is <see langword="null"/>.</exception>
    public SmsCostEstimate? Estimate(SmsTextInfo info, string destination) =>
        PricePerSegment(destination) is { } price ? new SmsCostEstimate(info.Segments, price, Unit) : null;
}

/// <summary>What a text is likely to cost.</summary>
/// <param name="Segments">Segments to pay for.</param>
/// <param name="PricePerSegment">The price of one, in <paramref name="Unit"/>.</param>
/// <param name="Unit">What the price is in.</param>
public readonly record struct SmsCostEstimate(int Segments, decimal PricePerSegment, string Unit)
{
    /// <summary>Segments times price, in <see cref="Unit"/>, not rounded.</summary>
    public decimal Total => Segments * PricePerSegment;
}
