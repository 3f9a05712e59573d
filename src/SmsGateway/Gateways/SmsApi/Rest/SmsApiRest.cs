namespace SmsGateway.SmsApi;

/// <inheritdoc cref="ISmsApiRest"/>
internal sealed class SmsApiRest : ISmsApiRest
{
    private readonly SmsApiRestCalls _rest;

    public SmsApiRest(SmsApiCalls calls)
    {
        _rest = new SmsApiRestCalls(calls);
        Mfa = new SmsApiMfa(_rest);
        Sendernames = new SmsApiSendernames(_rest);
        Subusers = new SmsApiSubusers(_rest);
        Templates = new SmsApiTemplates(_rest);
        Blacklist = new SmsApiBlacklist(_rest);
        OptOuts = new SmsApiOptOuts(_rest);
        Links = new SmsApiLinks(_rest);
        Callbacks = new SmsApiCallbacks(_rest);
        Contacts = new SmsApiContacts(_rest);
        Rcs = new SmsApiRcs(_rest);
    }

    public ISmsApiMfa Mfa { get; }

    public ISmsApiSendernames Sendernames { get; }

    public ISmsApiSubusers Subusers { get; }

    public ISmsApiTemplates Templates { get; }

    public ISmsApiBlacklist Blacklist { get; }

    public ISmsApiOptOuts OptOuts { get; }

    public ISmsApiLinks Links { get; }

    public ISmsApiCallbacks Callbacks { get; }

    public ISmsApiContacts Contacts { get; }

    public ISmsApiRcs Rcs { get; }

    public Task<SmsApiProfile> GetProfileAsync(CancellationToken cancellationToken) =>
        _rest.GetAsync("profile", SmsApiJson.Default.SmsApiProfileWire, json => json.ToProfile(), cancellationToken);

    public Task<IReadOnlyList<SmsApiPrice>> GetPricesAsync(SmsApiPriceType? type, CancellationToken cancellationToken) => _rest.ListAsync(
        SmsApiForm.Query("profile/prices", ("type", type is { } asked ? NameOf(asked) : null)),
        SmsApiJson.Default.SmsApiCollectionSmsApiTariffWire,
        item => item.ToPrice(),
        cancellationToken);

    public Task<SmsApiPing> PingAsync(CancellationToken cancellationToken) => _rest.GetAsync(
        "ping",
        SmsApiJson.Default.SmsApiPingWire,
        json => json.Authorized is { } authorized ? new SmsApiPing(authorized, json.Unavailable ?? []) : null,
        cancellationToken);

    public Task<IReadOnlyList<SmsApiCountryVolume>> GetCountryVolumesAsync(int? year, int? month, CancellationToken cancellationToken) => _rest.ListAsync(
        SmsApiForm.Query("shipment/country_volumes", ("year", SmsApiForm.Number(year)), ("month", SmsApiForm.Number(month))),
        SmsApiJson.Default.SmsApiCollectionSmsApiVolumeWire,
        item => item.ToVolume(),
        cancellationToken);

    private static string NameOf(SmsApiPriceType type) => type switch
    {
        SmsApiPriceType.Pro => "pro",
        SmsApiPriceType.Eco => "eco",
        SmsApiPriceType.Sms => "sms",
        SmsApiPriceType.TwoWay => "2way",
        SmsApiPriceType.Vms => "vms",
        SmsApiPriceType.Hlr => "hlr",
        SmsApiPriceType.Mms => "mms",
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };
}
