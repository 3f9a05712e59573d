using System.Globalization;
using SmsGateway.Http;

namespace SmsGateway.Client;

/// <summary>
/// Turns a message into what is sent, or into the reason why it is not: everything that can be known before any request,
/// the same for all gateways. One bad message never touches the others.
/// </summary>
internal sealed class MessageCheck(string account, SmsAccountOptions options, ISmsGateway gateway)
{
    private static readonly TimeSpan Late = TimeSpan.FromMinutes(5);

    private readonly SegmentPolicy _segments = new(options, gateway.Info);

    public SmsError? TryPrepare(SmsMessage message, int index, string reference, DateTimeOffset now, out PhoneNumber? number, out OutgoingSms? outgoing)
    {
        outgoing = null;
        if (!ReadNumber(message.To, out var read, out var error))
        {
            number = null;
            return error;
        }

        number = read;
        if (message.Account is not null && message.Account != account)
        {
            return new SmsError(SmsErrorKind.InvalidRequest, "The message names another SMS account than the one it was given to.");
        }

        var sender = message.From ?? options.Sender;
        error = CheckDestination(read)
            ?? CheckField(sender, SmsErrorKind.InvalidSender, "sender")
            ?? CheckField(message.Reference, SmsErrorKind.InvalidRequest, "reference")
            ?? CheckOptions(message, now)
            ?? _segments.Apply(message, out var text, out var size)
            ?? Prepare(out outgoing);
        return error;

        SmsError? Prepare(out OutgoingSms prepared)
        {
            prepared = new OutgoingSms(message, read, message.Reference ?? reference, text, sender) { Index = index, Size = size };
            return gateway.Check(prepared);
        }
    }

    private bool ReadNumber(string? to, out PhoneNumber number, out SmsError? error)
    {
        var fine = PhoneNumberReader.TryRead(to, options.DefaultCountryCode, out number, out var problem);
        error = fine ? null : new SmsError(SmsErrorKind.InvalidRecipient, problem!);
        return fine;
    }

    private SmsError? CheckDestination(PhoneNumber number)
    {
        if (options.AllowedPrefixes.Count == 0 && options.BlockedPrefixes.Count == 0)
        {
            return null;
        }

        var digits = number.Digits;
        return (options.AllowedPrefixes.Count == 0 || options.AllowedPrefixes.Any(Begins)) && !options.BlockedPrefixes.Any(Begins)
            ? null
            : new SmsError(SmsErrorKind.DestinationNotAllowed, "The account's AllowedPrefixes and BlockedPrefixes rule this destination out.");

        bool Begins(string prefix) => digits.AsSpan().StartsWith(prefix.AsSpan(1), StringComparison.Ordinal);
    }

    private static SmsError? CheckField(string? value, SmsErrorKind kind, string name)
    {
        if (value is null)
        {
            return null;
        }

        foreach (var c in value)
        {
            if (char.IsControl(c))
            {
                return new SmsError(kind, string.Create(CultureInfo.InvariantCulture, $"The {name} holds the control character U+{(int)c:X4}."));
            }
        }

        return string.IsNullOrWhiteSpace(value) ? new SmsError(kind, $"The {name} is blank; leave it null for none.") : null;
    }

    private SmsError? CheckOptions(SmsMessage message, DateTimeOffset now)
    {
        var info = gateway.Info;
        if (message.SendAt is { } at && at > now)
        {
            if (!info.Has(SmsCapabilities.Schedule))
            {
                return NotSupported("scheduling (SendAt)");
            }

            if (at - now > info.MaxScheduleAhead)
            {
                return new SmsError(SmsErrorKind.InvalidRequest, $"SendAt lies further ahead than {info.DisplayName} allows.");
            }
        }
        else if (message.SendAt < now - Late)
        {
            return new SmsError(SmsErrorKind.InvalidRequest, "SendAt lies in the past.");
        }

        if (message.Validity is { } validity)
        {
            if (!info.Has(SmsCapabilities.Validity))
            {
                return NotSupported("validity (Validity)");
            }

            if (validity <= TimeSpan.Zero || validity < info.MinValidity || validity > info.MaxValidity)
            {
                return new SmsError(SmsErrorKind.InvalidRequest, $"Validity is outside what {info.DisplayName} allows.");
            }
        }

        return message.Flash && !info.Has(SmsCapabilities.Flash) ? NotSupported("flash messages (Flash)")
            : message.DryRun && !info.Has(SmsCapabilities.DryRun) ? NotSupported("test mode (DryRun)")
            : message.From is not null && !info.Has(SmsCapabilities.Sender) ? NotSupported("sender names (From)")
            : message.DeliveryReportUrl is { } url ? CheckReportUrl(url)
            : null;
    }

    private SmsError? CheckReportUrl(Uri url) =>
        !gateway.Info.Has(SmsCapabilities.DeliveryReportUrl) ? NotSupported("report address per message (DeliveryReportUrl)")
        : !url.IsAbsoluteUri || (url.Scheme != Uri.UriSchemeHttp && url.Scheme != Uri.UriSchemeHttps)
            ? new SmsError(SmsErrorKind.InvalidRequest, "DeliveryReportUrl must be an absolute http or https address.")
        : null;

    private SmsError NotSupported(string what) => new(SmsErrorKind.NotSupported, $"{gateway.Info.DisplayName} has no {what}.");
}
