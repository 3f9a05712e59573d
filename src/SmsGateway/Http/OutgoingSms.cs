namespace SmsGateway.Http;

/// <summary>A message that passed validation, as a driver sees it.</summary>
public sealed class OutgoingSms
{
    /// <summary>Makes one from its parts.</summary>
    /// <param name="message">What the caller asked for.</param>
    /// <param name="number">The recipient.</param>
    /// <param name="reference">The reference, unique.</param>
    /// <param name="text">The text to send, after transliteration; null for the message's own.</param>
    /// <param name="sender">The sender to use; null for the gateway's default.</param>
    public OutgoingSms(SmsMessage message, PhoneNumber number, string reference, string? text = null, string? sender = null)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(reference);
        Message = message;
        Number = number;
        Reference = reference;
        Text = text ?? message.Text;
        Sender = sender ?? message.From;
    }

    /// <summary>What the caller asked for. For number, text and sender use the members here.</summary>
    public SmsMessage Message { get; }

    /// <summary>The recipient.</summary>
    public PhoneNumber Number { get; }

    /// <summary>The text to send.</summary>
    public string Text { get; }

    /// <summary>The sender to use, or null for the gateway's default.</summary>
    public string? Sender { get; }

    /// <summary>The reference: the caller's or a generated one.</summary>
    public string Reference { get; }

    /// <summary>The size of <see cref="Text"/> by our own count.</summary>
    public SmsTextInfo Size { get; init; }

    /// <summary>Position in the caller's list.</summary>
    internal int Index { get; init; }

    /// <summary>What the driver said must be common to share a request; see <see cref="ISmsGateway.GetShareKey"/>.</summary>
    internal object? ShareKey { get; set; }
}
