using System.Buffers;
using System.IO.Hashing;
using System.Security.Cryptography;
using System.Text;

namespace SmsGateway.Events;

/// <summary>
/// What makes two events one. Keys are digests, for they are kept in places where numbers and texts do not
/// belong. An id that a gateway gives to a delivery of its own is never part of them: repeats may have another. What a phone or a
/// stranger has a hand in is digested by SHA-256; what only the gateway writes, by XXH128 (ADR 7).
/// </summary>
internal static class EventKeys
{
    private const int KeyBytes = 16;

    /// <summary>Equal for repeats of one event.</summary>
    public static string Of(SmsEvent happened) => happened switch
    {
        SmsDeliveryReport report => Digest(
            $"report\n{report.Account}\n{report.Message.Id ?? "\t" + report.Message.Reference}\n{report.Message.Number?.Digits}\n{(int)report.Status}\n{report.RawStatus}\n{report.IsFinal}\n{report.Part}",
            isGateways: true),
        SmsInboundEvent { Message: var message } => Digest(
            $"inbound\n{message.Account}\n{message.Id}\n{message.From?.Digits ?? message.Sender}\n{message.To}\n{message.InReplyTo?.Id}\n{message.InReplyTo?.Reference}\n{message.ReceivedAt?.UtcTicks}\n{message.Text}"),
        SmsLinkOpened link => Digest($"link\n{link.Account}\n{link.Message.Id}\n{link.Message.Number?.Digits}\n{link.At?.UtcTicks}"),
        SmsNumberLookedUp lookup => Digest(
            $"lookup\n{lookup.Account}\n{lookup.Number.Id}\n{lookup.Reference}\n{lookup.Number.Number.Digits}\n{lookup.Number.State}\n{lookup.Number.Info}\n{lookup.At?.UtcTicks}"),
        SmsBulkStarted bulk => Digest($"bulk\n{bulk.Account}\n{bulk.Kind}\n{bulk.Count}\n{bulk.Price}\n{bulk.Origin}\n{bulk.Text}"),
        _ => Digest($"other\n{happened.Account}\n{happened.Raw?.Query}\n{Convert.ToBase64String(happened.Raw is { } raw ? raw.Body.Span : default)}"),
    };

    /// <summary>Whether a repeat can be told from a second event of the same content at any time, or only when it follows soon.</summary>
    public static bool IsDistinct(SmsEvent happened) => happened switch
    {
        SmsDeliveryReport or SmsNumberLookedUp => true,
        SmsInboundEvent inbound => inbound.Message.Id is not null || inbound.Message.ReceivedAt is not null,
        SmsLinkOpened link => link.At is not null,
        _ => false,
    };

    /// <summary>The key of a message that nobody has seen yet.</summary>
    public static string OfMessage(SmsMessageHandle message) => Digest($"message\n{message.Account}\n{message.Id}\n{message.Reference}\n{message.Number?.Digits}");

    /// <summary>A digest of anything, for places where numbers do not belong.</summary>
    /// <param name="parts">What is digested.</param>
    /// <param name="isGateways">Nobody else can have chosen it so that two are alike.</param>
    public static string Digest(string parts, bool isGateways = false)
    {
        var octets = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(parts.Length));
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        var written = octets.AsSpan(0, Encoding.UTF8.GetBytes(parts, octets));
        _ = isGateways ? XxHash128.Hash(written, digest) : SHA256.HashData(written, digest);
        ArrayPool<byte>.Shared.Return(octets, clearArray: true);
        Span<char> text = stackalloc char[24];
        Convert.TryToBase64Chars(digest[..KeyBytes], text, out _);
        text.Replace('+', '-');
        text.Replace('/', '_');
        return new string(text[..22]);
    }
}
