namespace SmsGateway;

/// <summary>Keeps who does not want messages. Implement it on a database, for it must outlive the process; one in memory is provided.</summary>
/// <remarks>Used by many threads at once. What it throws fails the send before anything has left.</remarks>
public interface ISmsSuppressionStore
{
    /// <summary>Finds what keeps a message from being sent.</summary>
    /// <param name="recipient">To whom.</param>
    /// <param name="sender">Under which sender; null for the account's own default, which any entry for the recipient keeps back.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>An entry for that recipient and that sender, or for all senders; null when there is none.</returns>
    ValueTask<SmsSuppression?> FindAsync(PhoneNumber recipient, string? sender, CancellationToken cancellationToken);

    /// <summary>Puts an entry, in the place of the one for the same recipient and sender.</summary>
    ValueTask AddAsync(SmsSuppression suppression, CancellationToken cancellationToken);

    /// <summary>Removes a recipient's entry for a sender; with null, all entries of the recipient.</summary>
    ValueTask RemoveAsync(PhoneNumber recipient, string? sender, CancellationToken cancellationToken);

    /// <summary>Uses up the one confirmation that an entry allows. Of several calls at the same time one gets true.</summary>
    /// <returns>Whether it was still to be had.</returns>
    ValueTask<bool> TryConfirmAsync(SmsSuppression suppression, CancellationToken cancellationToken);
}

/// <summary>Somebody does not want messages.</summary>
/// <param name="Recipient">Who. Personal data.</param>
/// <param name="Sender">From whom; null for all senders.</param>
/// <param name="Since">Since when.</param>
public sealed record SmsSuppression(PhoneNumber Recipient, string? Sender, DateTimeOffset Since)
{
    /// <summary>A message that confirms the opt-out may still be sent, once.</summary>
    public bool MayConfirm { get; init; }

    /// <summary>The masked recipient and the sender.</summary>
    public override string ToString() => $"SmsSuppression {{ Recipient = {Recipient.ToMaskedString()}, Sender = {Sender ?? "all"} }}";
}

/// <summary>How suppressed messages are kept back.</summary>
public sealed class SmsSuppressionOptions
{
    /// <summary>
    /// The categories that are sent all the same, such as <see cref="SmsCategory.OneTimeCode"/>: a code that somebody has just asked for is no
    /// advertising. Empty by default: nothing is sent to who opted out.
    /// </summary>
    public ISet<SmsCategory> ExemptCategories { get; } = new HashSet<SmsCategory>();

    /// <summary>Puts opt-outs that come in as messages on the list, and takes opt-ins off it. Default: true.</summary>
    public bool FollowReplies { get; set; } = true;
}
