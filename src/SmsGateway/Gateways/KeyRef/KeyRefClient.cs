using SmsGateway.Http;

namespace SmsGateway.KeyRef;

/// <inheritdoc cref="IKeyRefClient"/>
internal sealed class KeyRefClient(GatewayChannel channel) : IKeyRefClient
{
    private KeyRefGateway Gateway => (KeyRefGateway)channel.Gateway;

    public Task<KeyRefSent> SendAsync(KeyRefSend message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        CheckNumber(message.Mobile, nameof(message));
        ArgumentException.ThrowIfNullOrWhiteSpace(message.Sender, nameof(message));
        ArgumentException.ThrowIfNullOrEmpty(message.Text, nameof(message));
        ArgumentException.ThrowIfNullOrWhiteSpace(message.Reference, nameof(message));
        var gateway = Gateway;
        var byGet = message.UseGet ?? gateway.UsesGet;
        var request = gateway.CreateSend(message.Mobile, message.Sender, message.Text, message.Reference, message.ReplyFormat ?? gateway.ReplyFormat, byGet);
        if (byGet && KeyRefGateway.IsTooLong(request))
        {
            throw new ArgumentException("The text is too long for a GET request.", nameof(message));
        }

        return channel.CommandAsync<KeyRefSent>(
            request,
            (in GatewayReply reply) => KeyRefReplies.ReadSent(message.Reference, reply, byGet) is { Outcome: not SmsOutcome.Accepted } refusal
                ? refusal
                : new KeyRefSent(message.Mobile, message.Reference),
            cancellationToken);
    }

    public Task<KeyRefReport> GetReportAsync(string fullNumber, string reference, CancellationToken cancellationToken)
    {
        CheckNumber(fullNumber, nameof(fullNumber));
        ArgumentException.ThrowIfNullOrWhiteSpace(reference);
        var gateway = Gateway;
        var byGet = gateway.UsesGet;
        return channel.QueryAsync(
            gateway.CreateLookup(fullNumber, reference),
            (in GatewayReply reply) => KeyRefReplies.ReadReport(reply, byGet),
            cancellationToken);
    }

    // A list of numbers, or one with a plus, would be a message to nobody.
    private static void CheckNumber(string? number, string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(number, name);
        if (number.AsSpan().ContainsAnyExceptInRange('0', '9') || number[0] == '0')
        {
            throw new ArgumentException("A number is one number in international form, digits alone, without plus or 00.", name);
        }
    }
}
