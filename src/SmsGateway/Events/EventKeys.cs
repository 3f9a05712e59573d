using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SmsGateway.Events;

/// <summary>
/// What makes two events one, and two events neighbours. Keys are digests, for they are kept in places where numbers and texts do not
/// belong. An id that a gateway gives to a delivery of its own is never part of them: repeats may have another.
/// </summary>
internal static class EventKeys
{
    private const int KeyBytes = 16;

    /// <summary>Equal for repeats of one event.</summary>
    public static string Of(SmsEvent happened) => happened switch
    {
        SmsDeliveryReport report => Digest(string.Create(
            CultureInfo.InvariantCulture, $"report\n{report.Account}\n{report.Message.Id ?? "\t" + report.Message.Reference}\n{report.Message.Number?.Number}\n{report.Status}\n{report.RawStatus}\n{report.IsFinal}\n{report.Part}"),
        SmsInboundEvent { Message: var message } => Digest(string.Create(
            CultureInfo.InvariantCulture, $"inbound\n{message.Account}\n{message.Id}\n{message.From?.Digits ?? message.Sender}\n{message.To}\n{message.InReplyTo?.Id}\n{message.InReplyTo?.Reference}\n{message.ReceivedAt?.UtcTicks}\n{message.Text}"),
        SmsLinkOpened link => Digest(string.Create(CultureInfo.InvariantCulture, $"link\n{link.Account}\n{link.Message.Id}\n{link.Message.Number?.Number}\n{link.At?.UtcTicks}")),
        SmsNumberLookedUp lookup => Digest(string.Create(CultureInfo.InvariantCulture, $"lookup\n{lookup.Account}\n{lookup.Number.Id}\n{lookup.Number.Number.Number}\n{lookup.Number.State}\n{lookup.At?.UtcTicks}")),
        SmsBulkStarted bulk => Digest(string.Create(CultureInfo.InvariantCulture, $"bulk\n{bulk.Account}\n{bulk.Kind}\n{bulk.Count}\n{bulk.Price}\n{bulk.Origin}\n{bulk.Text}")),
        _ => Digest(string.Create(CultureInfo.InvariantCulture, $"other\n{happened.Account}\n{happened.Raw?.Query}\n{Convert.ToBase64String(happened.Raw?.Body.Span ?? default)}")),
    };

    /// <summary>Whether a repeat can be told from a second event of the same content at any time, or only when it follows soon.</summary>
    public static bool IsDistinct(SmsEvent happened) => happened switch
    {
        SmsDeliveryReport or SmsNumberLookedUp => true,
        SmsInboundEvent inbound => inbound.Message.Id is not null || inbound.Message.ReceivedAt is not null,
        SmsLinkOpened link => link.At is not null,
        _ => false,
    };

    /// <summary>Equal for events that must be handled one after the other.</summary>
    public static string LaneOf(SmsEvent happened) => happened switch
    {
        SmsDeliveryReport report => LaneOf(report.Message),
        SmsLinkOpened link => LaneOf(link.Message),
        SmsInboundEvent inbound => $"{inbound.Account}\n{inbound.Message.Sender}",
        _ => happened.Account,
    };

    /// <summary>The key of a message that nobody has seen yet.</summary>
    public static string OfMessage(SmsMessageHandle message) => Digest(string.Create(CultureInfo.InvariantCulture, $"message\n{message.Account}\n{message.Id}\n{message.Reference}\n{message.Number?.Number}"));

    // Our reference, where the gateway returns it: some of its reports may lack the id.
    private static string LaneOf(SmsMessageHandle message) => string.Create(
        CultureInfo.InvariantCulture, $"{message.Account}\n{message.Reference ?? message.Id}\n{(message.Reference is null ? message.Number?.Number : null)}");

    private static string Digest(FormattableString parts)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(FormattableString.Invariant(parts)), digest);
        Span<char> text = stackalloc char[24];
        Convert.TryToBase64Chars(digest[..KeyBytes], text, out _);
        text.Replace('+', '-');
        text.Replace('/', '_');
        return new string(text[..22]);
    }
}
