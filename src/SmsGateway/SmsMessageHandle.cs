namespace SmsGateway;

/// <summary>All that may be needed to ask a gateway about a message again; which parts it uses differs.</summary>
/// <param name="Account">The account that sent it.</param>
/// <param name="Id">The gateway's id. At SpeedSMS it stands for a whole request, at key/ref it is the reference.</param>
/// <param name="Number">The recipient: SpeedSMS and key/ref cannot be asked without it. Personal data.</param>
/// <param name="Reference">Our reference: SpeedMarket and key/ref can be asked by it.</param>
public sealed record SmsMessageHandle(string Account, string? Id, PhoneNumber? Number = null, string? Reference = null)
{
    /// <summary>The handle of a sent message.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="result"/> is null.</exception>
    /// <exception cref="ArgumentException">The message never reached an account.</exception>
    public static SmsMessageHandle Of(SmsResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return new SmsMessageHandle(
            result.MessageId?.Account ?? result.Account ?? throw new ArgumentException("The message never reached an account.", nameof(result)),
            result.MessageId?.Id,
            result.Number,
            result.Reference);
    }

    /// <summary>The handle of a message of which only the id was kept; enough for SMSAPI, SpeedMarket and SMS Club.</summary>
    public static SmsMessageHandle Of(SmsMessageId id) => new(id.Account, id.Id);

    /// <summary>Account, id and reference; the number is masked.</summary>
    public override string ToString() =>
        $"SmsMessageHandle {{ Account = {Account}, Id = {Id ?? "none"}, Number = {Number?.ToMaskedString() ?? "none"}, Reference = {Reference ?? "none"} }}";
}
