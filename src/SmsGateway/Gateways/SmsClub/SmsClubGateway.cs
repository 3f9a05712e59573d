using System.Net.Http.Headers;
using System.Text.Json;
using SmsGateway.Http;

namespace SmsGateway.SmsClub;

/// <summary>
/// SMS Club's <c>sms/send</c>: one text to at most 100 numbers, an id for each. Its only means against duplicates is the refusal of
/// equal messages within two minutes. Source: the vendor's page and its public code.
/// </summary>
internal sealed class SmsClubGateway(SmsClubOptions options) : ISmsGateway
{
    internal const string DisplayName = "SMS Club";

    // Just under the two minutes of the vendor's duplicate rule.
    private static readonly DuplicateProtection DuplicateRule = new(TimeSpan.FromSeconds(110), MaxRepeats: 1);

    private readonly Uri _address = GatewayAddress.Join(options.BaseAddress!, "sms/send");
    private readonly AuthenticationHeaderValue _authorization = new("Bearer", options.Token);

    /// <summary>The account's referral programme.</summary>
    public long? IntegrationId => options.IntegrationId;

    public static SmsGatewayInfo GatewayInfo { get; } = new()
    {
        Name = "SmsClub",
        DisplayName = DisplayName,
        Region = "Ukraine",
        Capabilities = SmsCapabilities.Sender | SmsCapabilities.Validity | SmsCapabilities.StatusQuery | SmsCapabilities.Balance | SmsCapabilities.Senders,
        MaxMessagesPerRequest = 100,
        MaxMessagesPerStatusQuery = 100,
        MinValidity = TimeSpan.FromMinutes(1),
    };

    public static IReadOnlyList<GatewayFeature> GatewayFeatures { get; } =
    [
        GatewayFeature.Of<ISmsClubClient>(channel => new SmsClubClient(channel)),
        GatewayFeature.Of<ISmsStatusReader>(channel => new SmsClubStatusReader(new SmsClubClient(channel))),
        GatewayFeature.Of<ISmsAccount>(channel => new SmsClubAccount(new SmsClubClient(channel))),
    ];

    public SmsGatewayInfo Info => GatewayInfo;

    public IReadOnlyList<GatewayFeature> Features => GatewayFeatures;

    public DuplicateProtection? GetProtection(SmsBatch batch) => options.ProbeDuplicates && batch.Count == 1 ? DuplicateRule : null;

    public SmsError? Check(OutgoingSms message)
    {
        if (message.Sender is null)
        {
            return new SmsError(SmsErrorKind.InvalidSender, "SMS Club needs an alpha name: set From, or the account's Sender.");
        }

        return !options.AllowEmoji && message.Text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF')
            ? new SmsError(SmsErrorKind.EncodingNotSupported, "Emoji and other characters beyond U+FFFF arrive as \"?\" through SMS Club; AllowEmoji sends them all the same.")
            : null;
    }

    public GatewayRequest CreateRequest(SmsBatch batch)
    {
        var phones = new string[batch.Count];
        for (var i = 0; i < phones.Length; i++)
        {
            phones[i] = batch.Messages[i].Number.Digits;
        }

        var body = JsonSerializer.SerializeToUtf8Bytes(
            new SmsClubSendBody
            {
                Phone = phones,
                Message = batch.First.Text,
                SrcAddr = batch.First.Sender!,
                Lifetime = batch.First.Message.Validity is { } validity ? (int)Math.Ceiling(Math.Min(validity.TotalMinutes, int.MaxValue)) : null,
                IntegrationId = options.IntegrationId,
            },
            SmsClubJson.Default.SmsClubSendBody);
        return new GatewayRequest(_address, body, GatewayRequest.Json) { Authorization = _authorization };
    }

    /// <summary>A request of the native client; without a body it has an empty content.</summary>
    public GatewayRequest CreateRequest(string path, ReadOnlyMemory<byte> body, HttpMethod? method = null) =>
        new(GatewayAddress.Join(options.BaseAddress!, path), body, body.IsEmpty ? null : GatewayRequest.Json)
        {
            Method = method ?? HttpMethod.Post,
            Authorization = _authorization,
            MaxReplyBytes = 4 * 1024 * 1024,
        };

    public SmsBatchVerdict ReadResponse(SmsBatch batch, in GatewayReply reply)
    {
        if (reply.Status == SmsClubCodes.Duplicate && batch is { AfterUnknown: true, Count: 1 })
        {
            return SmsBatchVerdict.All(SmsVerdict.Accepted(id: null) with { IsDuplicate = true });
        }

        reply.TryReadJson(SmsClubJson.Default.SmsClubReply, out var json);
        if (json?.SuccessRequest is { } envelope && (reply.IsSuccess || reply.Status == 400)
            && envelope is not { Info: null, AddInfo: null })
        {
            return reply.IsSuccess ? SmsClubReplies.ReadSent(batch, envelope, reply) : SmsClubReplies.ReadRefused(envelope, reply);
        }

        return SmsBatchVerdict.All(SmsClubReplies.OfHttp(reply));
    }
}
