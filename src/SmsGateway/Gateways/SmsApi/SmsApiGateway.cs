using System.Net.Http.Headers;
using SmsGateway.Http;
using SmsGateway.Webhooks;

namespace SmsGateway.SmsApi;

/// <summary>
/// SMSAPI's <c>sms.do</c>. Every recipient gets an idx with <c>check_idx=1</c>, so a repeat is safe for 24 hours. Source:
/// docs.smsapi.com and the vendor's OpenAPI description.
/// </summary>
internal sealed class SmsApiGateway : ISmsGateway
{
    internal const string DisplayName = "SMSAPI";

    // Tags that SMSAPI replaces; nothing escapes them.
    private static readonly string[] Tags = ["[%1%]", "[%2%]", "[%3%]", "[%4%]", "[%goto:", "[%contact."];

    // The memory lasts 24 hours; automatic repeats stop an hour earlier.
    private static readonly DuplicateProtection Memory = new(TimeSpan.FromHours(23));

    private readonly SmsApiOptions _options;
    private readonly Uri _address;
    private readonly Uri? _backup;
    private readonly AuthenticationHeaderValue _authorization;

    public SmsApiGateway(SmsApiOptions options)
    {
        _options = options;
        _address = GatewayAddress.Join(options.BaseAddress!, "sms.do");
        _backup = options.EffectiveBackupAddress is { } backup ? GatewayAddress.Join(backup, "sms.do") : null;
        _authorization = new AuthenticationHeaderValue("Bearer", options.AccessToken);
        Webhook = new SmsApiWebhook(options);
    }

    public static SmsGatewayInfo GatewayInfo { get; } = new()
    {
        Name = "SmsApi",
        DisplayName = DisplayName,
        Region = "Poland, EU",
        Capabilities = SmsCapabilities.Sender | SmsCapabilities.Schedule | SmsCapabilities.Cancel | SmsCapabilities.Validity
            | SmsCapabilities.Flash | SmsCapabilities.DryRun | SmsCapabilities.DeliveryReportUrl | SmsCapabilities.Reference
            | SmsCapabilities.DuplicateProtection | SmsCapabilities.DeliveryReports | SmsCapabilities.Inbound
            | SmsCapabilities.StatusQuery | SmsCapabilities.Balance | SmsCapabilities.Senders | SmsCapabilities.NumberLookup
            | SmsCapabilities.Price,
        MaxMessagesPerRequest = 10_000,
        MaxPersonalisedPerRequest = 100,
        TextProfile = SmsTextProfiles.SmsApi with { MaxSegments = 10 }, // the page says six; newer parts of the vendor's own code know ten
        MaxScheduleAhead = TimeSpan.FromDays(89),
        MinValidity = TimeSpan.FromMinutes(15),
        MaxValidity = TimeSpan.FromHours(72),
        MaxReferenceLength = 255,
    };

    public static IReadOnlyList<GatewayFeature> GatewayFeatures { get; } = [];

    public SmsGatewayInfo Info => GatewayInfo;

    public IReadOnlyList<GatewayFeature> Features => GatewayFeatures;

    public ISmsWebhook Webhook { get; }

    public DuplicateProtection? GetProtection(SmsBatch batch) => _options.DuplicateProtection ? Memory : null;

    // Values of a list are joined by "|", which nothing escapes.
    public bool CanPersonalise(OutgoingSms message) => !message.Text.Contains('|', StringComparison.Ordinal) && !HasTag(message.Text);

    public SmsError? Check(OutgoingSms message)
    {
        if (message.Message.GetExtras<SmsApiExtras>()?.AllowTags != true && HasTag(message.Text))
        {
            return new SmsError(SmsErrorKind.InvalidContent, "The text holds a [%...%] tag, which SMSAPI would replace; SmsApiExtras.AllowTags lets it.");
        }

        if (message.Message.Flash && message.Size.Encoding != SmsEncoding.Gsm7)
        {
            return new SmsError(SmsErrorKind.EncodingNotSupported, "SMSAPI sends flash messages in GSM-7 only.");
        }

        if (message.Sender is { } sender && !IsSender(sender))
        {
            return new SmsError(SmsErrorKind.InvalidSender, "A sender at SMSAPI has at most 11 characters of a-z A-Z 0-9 - . and space.");
        }

        return SmsApiIdx.IsValid(message.Reference)
            ? null
            : new SmsError(SmsErrorKind.InvalidRequest, "A reference at SMSAPI has at most 255 letters, digits and - . _, for \"|\" and \",\" split its lists.");
    }

    public GatewayRequest CreateRequest(SmsBatch batch)
    {
        var options = batch.First.Message;
        var form = new FormWriter((batch.Count * 36) + batch.First.Text.Length + 160);
        form.Add("format"u8, "json"u8);
        form.Add("encoding"u8, "utf-8"u8);
        form.Begin("to"u8);
        for (var i = 0; i < batch.Count; i++)
        {
            if (i > 0)
            {
                form.Raw("%2C"u8);
            }

            form.Append(batch.Messages[i].Number);
        }

        SmsApiIdx.Write(ref form, batch, check: _options.DuplicateProtection);
        WriteText(ref form, batch);
        if (batch.First.Sender is { } sender)
        {
            form.Add("from"u8, sender);
        }

        if (batch.IsScheduled)
        {
            form.Add("date"u8, options.SendAt!.Value.ToUnixTimeSeconds());
            form.Add("date_validate"u8, "1"u8);
        }

        if (options.Validity is { } validity)
        {
            form.Add("expiration_date"u8, ((batch.IsScheduled ? options.SendAt!.Value : batch.Now) + validity).ToUnixTimeSeconds());
        }

        if (options.Flash)
        {
            form.Add("flash"u8, "1"u8);
        }

        if (options.DryRun)
        {
            form.Add("test"u8, "1"u8);
        }

        if (options.DeliveryReportUrl is { } url)
        {
            form.Add("notify_url"u8, url.AbsoluteUri);
        }

        if (HasSameNumberTwice(batch))
        {
            form.Add("allow_duplicates"u8, "1"u8);
        }

        if (options.GetExtras<SmsApiExtras>() is { Fast: true })
        {
            form.Add("fast"u8, "1"u8);
        }

        return new GatewayRequest(_address, form.ToBody(), GatewayRequest.Form)
        {
            Authorization = _authorization,
            BackupAddress = _backup,
            MaxReplyBytes = (256 * 1024) + (batch.Count * 1024),
        };
    }

    public SmsBatchVerdict ReadResponse(SmsBatch batch, in GatewayReply reply) => SmsApiReplies.Read(batch, reply);

    private static void WriteText(ref FormWriter form, SmsBatch batch)
    {
        if (!batch.IsPersonalised)
        {
            form.Add("message"u8, batch.First.Text);
            return;
        }

        form.Add("message"u8, "[%1%]");
        form.Begin("param1"u8);
        for (var i = 0; i < batch.Count; i++)
        {
            if (i > 0)
            {
                form.Raw("%7C"u8);
            }

            form.Append(batch.Messages[i].Text);
        }
    }

    private static bool HasTag(string text) =>
        text.Contains("[%", StringComparison.Ordinal) && Array.Exists(Tags, tag => text.Contains(tag, StringComparison.OrdinalIgnoreCase));

    private static bool IsSender(string sender) =>
        sender.Length <= 11 && sender.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or ' ');

    private static bool HasSameNumberTwice(SmsBatch batch)
    {
        if (batch.Count == 1)
        {
            return false;
        }

        HashSet<ulong> seen = new(batch.Count);
        foreach (var message in batch.Messages)
        {
            if (!seen.Add(message.Number.Number))
            {
                return true;
            }
        }

        return false;
    }
}
