using SmsGateway;
using SmsGateway.Http;

namespace Postbox;

/// <summary>What Postbox has and no neutral interface. Thread-safe.</summary>
public interface IPostboxClient
{
    /// <summary>Puts a number on the account's blacklist.</summary>
    /// <exception cref="SmsException">It was refused, or it is not known whether it was done.</exception>
    /// <exception cref="OperationCanceledException">The call was cancelled; it may have been done.</exception>
    Task BlockAsync(PhoneNumber number, CancellationToken cancellationToken = default);
}

/// <summary>All that Postbox can be asked besides sending.</summary>
internal sealed class PostboxClient(GatewayChannel channel) : IPostboxClient, ISmsStatusReader, ISmsAccount
{
    // Asked for anew each time: options may change while the application runs.
    private PostboxGateway Gateway => (PostboxGateway)channel.Gateway;

    public Task BlockAsync(PhoneNumber number, CancellationToken cancellationToken) =>
        channel.CommandAsync(Gateway.Post("blocked", Form("number"u8, number.Digits)), PostboxReplies.Read, cancellationToken);

    public async Task<IReadOnlyList<SmsStatusReport>> GetStatusAsync(IReadOnlyList<SmsMessageHandle> messages, CancellationToken cancellationToken)
    {
        List<PostboxEntry?> entries = [];
        foreach (var ids in messages.Select(message => message.Id).OfType<string>().Distinct().Chunk(PostboxGateway.MaxMessages))
        {
            var request = Gateway.Post("status", Form("ids"u8, string.Join(',', ids)));
            var reply = await channel.QueryAsync(request, PostboxReplies.Read, cancellationToken).ConfigureAwait(false);
            entries.AddRange(reply.Messages ?? []);
        }

        var known = entries.ToLookup(entry => entry?.Id);
        return [.. messages.Select(message => Report(message, message.Id is { } id ? known[id].LastOrDefault()?.Status : null))];
    }

    public Task<SmsBalance> GetBalanceAsync(CancellationToken cancellationToken) => channel.QueryAsync(Gateway.Get("account"), ReadBalance, cancellationToken);

    public Task<IReadOnlyList<SmsSender>> GetSendersAsync(CancellationToken cancellationToken) =>
        throw new NotSupportedException("Postbox has no list of senders.");

    private static byte[] Form(ReadOnlySpan<byte> name, string value)
    {
        var form = new FormWriter(value.Length);
        form.Add(name, value);
        return form.ToBody();
    }

    private static SmsStatusReport Report(SmsMessageHandle message, string? word)
    {
        var status = PostboxCodes.OfStatus(word);
        return new SmsStatusReport(message, status) { IsFinal = status.IsFinal(), RawStatus = word };
    }

    private static QueryAnswer<SmsBalance> ReadBalance(in GatewayReply reply) =>
        PostboxReplies.FailureOf(reply, out var json) is { } failure ? failure
        : json is { Credit: { } credit, Currency: { } currency } ? new SmsBalance(credit, currency)
        : StatusVerdict.Unreadable(reply);
}
