using System.Text.Json;

namespace SmsGateway.SmsApi;

/// <summary>RCS messages: <c>/rcs</c>. For exceptions see <see cref="ISmsApiClient"/>. Thread-safe.</summary>
public interface ISmsApiRcs
{
    /// <summary>Lists the senders that the account may use.</summary>
    Task<IReadOnlyList<SmsApiRcsSender>> ListSendersAsync(CancellationToken cancellationToken = default);

    /// <summary>Sends one message. Not repeated once it may have left.</summary>
    /// <returns>The message's id.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="message"/> is null.</exception>
    /// <exception cref="ArgumentException">The message has neither text nor content, or both, or the text is longer than 3072 characters.</exception>
    Task<string> SendAsync(SmsApiRcsMessage message, CancellationToken cancellationToken = default);

    /// <summary>Lists the messages that were sent.</summary>
    Task<IReadOnlyList<SmsApiRcsState>> ListMessagesAsync(CancellationToken cancellationToken = default);
}

/// <summary>An RCS sender.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Sender">Its name.</param>
public sealed record SmsApiRcsSender(string Id, string? Sender);

/// <summary>An RCS message: a text or a content in RCS's own JSON.</summary>
/// <param name="PhoneNumber">The number with country code. Personal data.</param>
/// <param name="SenderId">The sender's id.</param>
public sealed record SmsApiRcsMessage(string PhoneNumber, string SenderId)
{
    /// <summary>The text, at most 3072 characters.</summary>
    public string? Text { get; init; }

    /// <summary>The content in RCS's own JSON.</summary>
    public JsonElement? Content { get; init; }

    /// <summary>The sender. Never number or text.</summary>
    public override string ToString() => $"SmsApiRcsMessage {{ SenderId = {SenderId} }}";
}

/// <summary>Where an RCS message is.</summary>
/// <param name="Id">Its id.</param>
public sealed record SmsApiRcsState(string Id)
{
    /// <summary>The recipient's number. Personal data.</summary>
    public string? Recipient { get; init; }

    /// <summary>The sender's name.</summary>
    public string? Sender { get; init; }

    /// <summary>The sender's id.</summary>
    public string? SenderId { get; init; }

    /// <summary>When it was sent.</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>When the phone had it.</summary>
    public DateTimeOffset? DeliveredAt { get; init; }

    /// <summary>When it was read.</summary>
    public DateTimeOffset? ReadAt { get; init; }

    /// <summary>When its time was up.</summary>
    public DateTimeOffset? ExpiredAt { get; init; }

    /// <summary>The kind of message: basic, single and others.</summary>
    public string? MessageType { get; init; }

    /// <summary>How it was sent: www, api and others.</summary>
    public string? Interface { get; init; }

    /// <summary>The id. Never the number.</summary>
    public override string ToString() => $"SmsApiRcsState {{ Id = {Id} }}";
}
