using System.Diagnostics.CodeAnalysis;
using SmsGateway.Http;

namespace SmsGateway.SmsApi;

/// <inheritdoc cref="ISmsApiPrices"/>
internal sealed class SmsApiPrices(SmsApiCalls calls) : ISmsApiPrices
{
    // "Price, expressed in €": the list itself does not say.
    private const string Currency = "EUR";

    public Task<IReadOnlyList<SmsApiPrice>> ListAsync(CancellationToken cancellationToken) =>
        calls.QueryAsync<IReadOnlyList<SmsApiPrice>>(calls.Gateway.CreateScript("prices.do", SmsApiForm.Script()), TryRead, cancellationToken);

    private static bool TryRead(in GatewayReply reply, [MaybeNullWhen(false)] out IReadOnlyList<SmsApiPrice> prices)
    {
        prices = reply.TryReadJson(SmsApiJson.Default.SmsApiPriceWireArray, out var list)
            ? [.. list.OfType<SmsApiPriceWire>().Select(item => new SmsApiPrice(item.Price, Currency)
            {
                Country = item.Country,
                Network = item.Network,
                Mcc = item.Mcc.ToInt(),
                Mnc = item.Mnc.ToInt(),
                ChangedAt = item.Date,
            })]
            : null;
        return prices is not null;
    }
}
