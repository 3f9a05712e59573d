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

    private const int MaxPersonalised = 100;

    // Price lists and blacklists are long.
    private const int MaxNativeReply = 8 * 1024 * 1024;

    private readonly SmsApiOptions _options;
    private readonly Uri _address;
    private readonly Uri? _backup;
    private readonly AuthenticationHeaderValue _authorization;
    private readonly DuplicateProtection? _protection;

    public SmsApiGateway(SmsApiOptions options)
    {
        _options = options;
        _address = GatewayAddress.Join(options.BaseAddress!, "sms.do");
        _backup = options.EffectiveBackupAddress is { } backup ? GatewayAddress.Join(backup, "sms.do") : null;
        _authorization = new AuthenticationHeaderValue("Bearer", options.AccessToken);
        Webhook = new SmsApiWebhook(options);

        // The memory lasts 24 hours; automatic repeats stop an hour earlier.
        _protection = !options.DuplicateProtection ? null
            : new DuplicateProtection(TimeSpan.FromHours(23)) { SpansHosts = _backup is null || options.BackupSharesMemory };
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
            | SmsCapabilities.Verification | SmsCapabilities.Price,
        MaxMessagesPerRequest = 10_000,
        MaxPersonalisedPerRequest = MaxPersonalised,
        TextProfile = SmsTextProfiles.SmsApi with { MaxSegments = 10 }, // the page says six; newer parts of the vendor's own code know ten
        MaxScheduleAhead = TimeSpan.FromDays(89),
        MinValidity = TimeSpan.FromMinutes(15),
        MaxValidity = TimeSpan.FromHours(72),
        MaxReferenceLength = 255,
    };

    public static IReadOnlyList<GatewayFeature> GatewayFeatures { get; } =
    [
        GatewayFeature.Of<ISmsApiClient>(channel => new SmsApiClient(channel)),
        GatewayFeature.Of<ISmsStatusReader>(channel => new SmsApiStatusReader(new SmsApiClient(channel))),
        GatewayFeature.Of<ISmsAccount>(channel => new SmsApiNeutralAccount(new SmsApiClient(channel))),
        GatewayFeature.Of<ISmsScheduler>(channel => new SmsApiScheduler(new SmsApiClient(channel))),
        GatewayFeature.Of<INumberLookup>(channel => new SmsApiNumberLookup(new SmsApiClient(channel))),
        GatewayFeature.Of<ISmsVerification>(channel => new SmsApiVerification(new SmsApiClient(channel), channel)),
    ];

    public SmsGatewayInfo Info => GatewayInfo;

    public IReadOnlyList<GatewayFeature> Features => GatewayFeatures;

    public ISmsWebhook Webhook { get; }

    public DuplicateProtection? GetProtection(SmsBatch batch) => _protection;

    // Values of a list are joined by "|", which nothing escapes.
    public bool CanPersonalise(OutgoingSms message) =>
        !message.Text.Contains('|', StringComparison.Ordinal) && !SmsApiTags.AreIn(message.Text)
        && message.Message.GetExtras<SmsApiExtras>() is null or { Template: null, Binary: null, Parameters: null or [] };

    // Recipients bring values of their own into a text or template that is said once.
    public object? GetShareKey(OutgoingSms message) =>
        message.Message.GetExtras<SmsApiExtras>() is { } extras ? SmsApiShareKey.Of(message, extras) : null;

    // A stored text may hold links as well.
    public int GetMaxPerRequest(OutgoingSms message) =>
        SmsApiTags.HaveLink(message.Text) || message.Message.GetExtras<SmsApiExtras>() is { Template: not null } or { Parameters: [_, ..] }
            ? MaxPersonalised
            : Info.MaxMessagesPerRequest;

    public SmsError? Check(OutgoingSms message)
    {
        if (SmsApiExtrasCheck.Find(message) is { } refused)
        {
            return refused;
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
        var extras = batch.First.Message.GetExtras<SmsApiExtras>();
        var form = SmsApiBatchForm.Write(batch, extras, checkIdx: _options.DuplicateProtection);
        return new GatewayRequest(
            _address,
            extras?.Fallback is { } fallback ? SmsApiJsonBody.Write(form, fallback) : form,
            extras?.Fallback is null ? GatewayRequest.Form : GatewayRequest.Json)
        {
            Authorization = _authorization,
            BackupAddress = _backup,
            MaxReplyBytes = (256 * 1024) + (batch.Count * 1024),
        };
    }

    /// <summary>The account's sender, for native calls that take one.</summary>
    public string? Sender => _options.Sender;

    /// <summary>A request of the native client to a script.</summary>
    public GatewayRequest CreateScript(string path, ReadOnlyMemory<byte> body, string contentType = GatewayRequest.Form) =>
        new(GatewayAddress.Join(_options.BaseAddress!, path), body, contentType)
        {
            Authorization = _authorization,
            BackupAddress = _options.EffectiveBackupAddress is { } backup ? GatewayAddress.Join(backup, path) : null,
            MaxReplyBytes = MaxNativeReply,
        };

    /// <summary>A request of the native client to the REST interface, which has no backup host; without a body it has an empty content.</summary>
    public GatewayRequest CreateRest(HttpMethod method, string path, ReadOnlyMemory<byte> body = default, string? contentType = null) =>
        new(GatewayAddress.Join(_options.BaseAddress!, path), body, contentType)
        {
            Method = method,
            Authorization = _authorization,
            MaxReplyBytes = MaxNativeReply,
        };

    public SmsBatchVerdict ReadResponse(SmsBatch batch, in GatewayReply reply) => SmsApiReplies.Read(batch, reply);

    private static bool IsSender(string sender) =>
        sender.Length <= 11 && sender.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or ' ');
}
