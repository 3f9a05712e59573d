using SmsGateway.Http;

namespace SmsGateway.SpeedSms;

/// <summary>
/// Delivery states by poll, one request for each call of which messages are asked. Best effort: the table is disputed, so only what it
/// calls final is, and a webhook's word goes before.
/// </summary>
internal sealed class SpeedSmsStatusReader(ISpeedSmsClient client) : ISmsStatusReader
{
    public async Task<IReadOnlyList<SmsStatusReport>> GetStatusAsync(IReadOnlyList<SmsMessageHandle> messages, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(messages);
        Dictionary<string, IReadOnlyList<SpeedSmsState>> calls = new(StringComparer.Ordinal);
        foreach (var id in messages.Select(message => message.Id).OfType<string>().Distinct(StringComparer.Ordinal))
        {
            calls[id] = await AskAsync(id, cancellationToken).ConfigureAwait(false);
        }

        return [.. messages.Select(message => Report(message, message.Id is { } id ? calls[id] : []))];
    }

    // One id that the gateway does not take must not keep the answers about the others.
    private async Task<IReadOnlyList<SpeedSmsState>> AskAsync(string id, CancellationToken cancellationToken)
    {
        try
        {
            return await client.GetStatusAsync(id, cancellationToken).ConfigureAwait(false);
        }
        catch (SmsException refused) when (refused.Error is { HttpStatus: 200, Scope: SmsErrorScope.Content or SmsErrorScope.Recipient or SmsErrorScope.Unknown })
        {
            return [];
        }
    }

    private static SmsStatusReport Report(SmsMessageHandle message, IReadOnlyList<SpeedSmsState> states)
    {
        // The id is the call's: the number tells whose state it is, unless the call had one recipient only.
        var state = message.Number is { } number
            ? states.LastOrDefault(state => SpeedSmsNumbers.TryRead(state.Phone, out var phone) && phone == number)
            : states is [var only] ? only : null;
        var status = SpeedSmsCodes.OfPoll(state?.Status);
        return new SmsStatusReport(message, status)
        {
            IsFinal = status.IsFinal(),
            RawStatus = state?.Status,
        };
    }
}

/// <summary>The balance; there is no list of senders.</summary>
internal sealed class SpeedSmsAccount(ISpeedSmsClient client) : ISmsAccount
{
    public async Task<SmsBalance> GetBalanceAsync(CancellationToken cancellationToken)
    {
        var user = await client.GetUserInfoAsync(cancellationToken).ConfigureAwait(false);
        return new SmsBalance(user.Balance, user.Currency);
    }

    public Task<IReadOnlyList<SmsSender>> GetSendersAsync(CancellationToken cancellationToken) =>
        throw new NotSupportedException("SpeedSMS has no list of senders.");
}

/// <summary>Calls that read a code aloud.</summary>
internal sealed class SpeedSmsVoice(GatewayChannel channel) : IVoiceClient
{
    public Task<SmsResult> CallAsync(string to, string code, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(to);
        ArgumentNullException.ThrowIfNull(code);
        var gateway = (SpeedSmsGateway)channel.Gateway;
        var message = new SmsMessage(to, code) { Reference = SmsReference.Make(channel.Time.GetUtcNow()) };
        return SingleSend.RunAsync(channel, gateway, message, call => gateway.CreateCall(call.Number.Digits, call.Text), cancellationToken);
    }
}

/// <summary>One-time codes of the gateway's making, in the name of the account's application.</summary>
internal sealed class SpeedSmsVerification(GatewayChannel channel, ISpeedSmsClient client) : ISmsVerification
{
    private const string Code = "{code}";
    private const string VendorsCode = "{pin_code}";

    public async Task StartAsync(string to, string text, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(text);
        var number = ReadNumber(to);
        if (!text.Contains(Code, StringComparison.Ordinal))
        {
            throw new ArgumentException("The text lacks {code}, where the code belongs.", nameof(text));
        }

        var pin = await client.CreatePinAsync(number, text.Replace(Code, VendorsCode, StringComparison.Ordinal), AppId(), cancellationToken).ConfigureAwait(false);
        if (pin.Sent.InvalidPhones.Count > 0)
        {
            throw new SmsException(new SmsError(SmsErrorKind.InvalidRecipient, "SpeedSMS took the call but not this number."));
        }
    }

    public async Task<SmsVerificationResult> CheckAsync(string to, string code, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(code);
        var check = await client.VerifyPinAsync(ReadNumber(to), code, AppId(), cancellationToken).ConfigureAwait(false);
        return new SmsVerificationResult(check.Verified, check.RemainingAttempts);
    }

    private string AppId() => ((SpeedSmsGateway)channel.Gateway).AppId
        ?? throw new SmsException(new SmsError(SmsErrorKind.InvalidRequest, "SpeedSMS makes codes in the name of an application: set AppId."));

    // For codes the vendor's samples use the local form, and only that.
    private static string ReadNumber(string to)
    {
        ArgumentNullException.ThrowIfNull(to);
        return PhoneNumber.TryParse(to, out var number)
            ? SpeedSmsNumbers.ToLocal(number)
            : throw new ArgumentException("The number is not one in international form.", nameof(to));
    }
}
