namespace SmsGateway;

/// <summary>Convenience on top of <see cref="ISmsClient"/>: one message, a stream of messages, optional features.</summary>
public static class SmsClientExtensions
{
    /// <summary>Sends one text to one number.</summary>
    /// <param name="client">The client.</param>
    /// <param name="to">The recipient in international form: "+48 500 111 222".</param>
    /// <param name="text">The text.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>What happened; a refusal does not throw.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="SmsSendCanceledException">The call was cancelled.</exception>
    public static Task<SmsResult> SendAsync(this ISmsClient client, string to, string text, CancellationToken cancellationToken = default) =>
        client.SendAsync(new SmsMessage(to, text), cancellationToken);

    /// <summary>Sends one message.</summary>
    /// <returns>What happened; a refusal does not throw.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="SmsSendCanceledException">The call was cancelled.</exception>
    public static async Task<SmsResult> SendAsync(this ISmsClient client, SmsMessage message, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(message);
        var results = await client.SendAsync([message], cancellationToken).ConfigureAwait(false);
        return results[0];
    }

    /// <summary>
    /// Sends a stream of messages in bounded memory: up to <paramref name="window"/> messages are held at a time, so
    /// that equal texts still share bulk calls. Results come in the order of the messages, numbered through.
    /// </summary>
    /// <param name="client">The client.</param>
    /// <param name="messages">The messages. When the stream pauses, what was collected goes out.</param>
    /// <param name="window">How many messages to collect at most, from 1; 10,000 fills the largest bulk call of any gateway.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="window"/> is below 1.</exception>
    /// <exception cref="SmsSendCanceledException">The call was cancelled while messages were on their way; holds the results of those.</exception>
    public static IAsyncEnumerable<SmsResult> SendAsync(
        this ISmsClient client, IAsyncEnumerable<SmsMessage> messages, int window = 10_000, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(messages);
        ArgumentOutOfRangeException.ThrowIfLessThan(window, 1);
        return StreamedSend.RunAsync(client, messages, window, cancellationToken);
    }

    /// <summary>Finds an optional feature, such as <see cref="SmsGatewayInfo"/>.</summary>
    /// <typeparam name="T">The feature's type.</typeparam>
    /// <param name="client">The client.</param>
    /// <param name="account">The account's name, where the client stands for several; null for the client itself.</param>
    /// <returns>The feature, or null when this client does not have it.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="client"/> is null.</exception>
    public static T? GetService<T>(this ISmsClient client, string? account = null)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(client);
        return client.GetService(typeof(T), account) as T;
    }

    /// <summary>Finds an optional feature that must be there.</summary>
    /// <typeparam name="T">The feature's type.</typeparam>
    /// <param name="client">The client.</param>
    /// <param name="account">The account's name, where the client stands for several; null for the client itself.</param>
    /// <exception cref="ArgumentNullException"><paramref name="client"/> is null.</exception>
    /// <exception cref="NotSupportedException">The client does not have it; the message names feature and gateway.</exception>
    public static T GetRequiredService<T>(this ISmsClient client, string? account = null)
        where T : class
    {
        return client.GetService<T>(account) ?? throw new NotSupportedException(Lacks());

        string Lacks() => client.GetService<SmsGatewayInfo>(account) is { } gateway
            ? $"{gateway.DisplayName} has no {typeof(T).Name}."
            : $"This client has no {typeof(T).Name}{(account is null ? "; name the account when there are several" : $" for the account '{account}'")}.";
    }
}
