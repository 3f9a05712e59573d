using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using SmsGateway.Http;

namespace SmsGateway.SmsApi;

/// <inheritdoc cref="ISmsApiAccount"/>
internal sealed class SmsApiAccount(SmsApiCalls calls) : ISmsApiAccount
{
    public Task<SmsApiBalance> GetBalanceAsync(bool details, CancellationToken cancellationToken) => calls.QueryAsync<SmsApiBalance>(
        calls.Gateway.CreateScript("user.do", SmsApiForm.Script(("credits", "1"), ("details", SmsApiForm.Flag(details)))), TryRead, cancellationToken);

    private static bool TryRead(in GatewayReply reply, [MaybeNullWhen(false)] out SmsApiBalance balance)
    {
        balance = reply.TryReadJson(SmsApiJson.Default.SmsApiBalanceWire, out var json) && json.Points is { } points
            ? new SmsApiBalance(points)
            {
                ProCount = json.ProCount.ToLong(),
                EcoCount = json.EcoCount.ToLong(),
                MmsCount = json.MmsCount.ToLong(),
                VmsGsmCount = json.VmsGsmCount.ToLong(),
                VmsLandCount = json.VmsLandCount.ToLong(),
            }
            : SmsApiText.TryReadBalance(reply, out var credits) ? new SmsApiBalance(credits) : null;
        return balance is not null;
    }
}

/// <summary>The answer about a balance.</summary>
internal sealed record SmsApiBalanceWire
{
    [JsonPropertyName("points")]
    [JsonConverter(typeof(WireNumber))]
    public decimal? Points { get; init; }

    [JsonPropertyName("proCount")]
    [JsonConverter(typeof(WireNumber))]
    public decimal? ProCount { get; init; }

    [JsonPropertyName("ecoCount")]
    [JsonConverter(typeof(WireNumber))]
    public decimal? EcoCount { get; init; }

    [JsonPropertyName("mmsCount")]
    [JsonConverter(typeof(WireNumber))]
    public decimal? MmsCount { get; init; }

    [JsonPropertyName("vmsGsmCount")]
    [JsonConverter(typeof(WireNumber))]
    public decimal? VmsGsmCount { get; init; }

    [JsonPropertyName("vmsLandCount")]
    [JsonConverter(typeof(WireNumber))]
    public decimal? VmsLandCount { get; init; }
}
