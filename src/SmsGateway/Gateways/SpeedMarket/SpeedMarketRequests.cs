using System.Text;
using SmsGateway.Http;

namespace SmsGateway.SpeedMarket;

/// <summary>Requests with the credentials where the account wants them: in the header, the query or the form.</summary>
internal sealed class SpeedMarketRequests(SpeedMarketOptions options)
{
    private const int ReplyToIds = 4 * 1024 * 1024;

    // A span of time may hold thousands of rows.
    private const int ReplyToPeriod = 32 * 1024 * 1024;

    private readonly string _authorization = $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes($"{options.User}:{options.Password}"))}";

    private readonly Uri _single = AddressOf(options, "send-single");
    private readonly Uri _multiple = GatewayAddress.Join(options.BaseAddress!, "send-multiple");

    public TimeSpan TimeZone => options.TimeZone;

    /// <summary>A form, with the credentials in it where they belong there.</summary>
    public FormWriter BeginForm(int sizeHint)
    {
        var form = new FormWriter(sizeHint + 64);
        if (options.Credentials == SpeedMarketCredentials.Form)
        {
            AddCredentials(ref form, options);
        }

        return form;
    }

    /// <summary>The schedule never travels without its zone: nobody documents the default.</summary>
    public void AddSchedule(ref FormWriter form, DateTimeOffset? at, TimeSpan? zone)
    {
        if (at is { } time)
        {
            form.Add("schedule"u8, SpeedMarketTime.Write(time, zone ?? options.TimeZone));
            form.Add("timezone"u8, SpeedMarketTime.WriteZone(zone ?? options.TimeZone));
        }
    }

    public GatewayRequest Single(ref FormWriter form) => Authorized(new GatewayRequest(_single, form.ToBody(), GatewayRequest.Form));

    /// <summary>Always with the header, for JSON has no place for credentials.</summary>
    public GatewayRequest Multiple(byte[] body, int count) => new(_multiple, body, GatewayRequest.Json)
    {
        Authorization = _authorization,
        Accept = GatewayRequest.Json,
        MaxReplyBytes = (256 * 1024) + (count * 512),
    };

    public GatewayRequest ByIds(string parameter, IReadOnlyList<string> ids)
    {
        var form = BeginForm(ids.Count * 36);
        form.Add(parameter == "id" ? "id"u8 : "campaign_id"u8, string.Join(',', ids));
        form.Add("timezone"u8, SpeedMarketTime.WriteZone(options.TimeZone));
        return Query("mt_id", ref form, ReplyToIds);
    }

    public GatewayRequest Period(
        string path, DateTimeOffset from, DateTimeOffset to, SpeedMarketService? service, string? campaignId = null, IReadOnlyList<string>? statuses = null)
    {
        var form = BeginForm(160);
        form.Add("start_date"u8, SpeedMarketTime.WriteStart(from, options.TimeZone));
        form.Add("end_date"u8, SpeedMarketTime.WriteEnd(to, options.TimeZone));
        AddService(ref form, service);
        if (statuses is { Count: > 0 })
        {
            form.Add("status"u8, string.Join(',', statuses));
        }

        if (campaignId is not null)
        {
            form.Add("campaign_id"u8, campaignId);
        }

        form.Add("timezone"u8, SpeedMarketTime.WriteZone(options.TimeZone));
        return Query(path, ref form, ReplyToPeriod);
    }

    public GatewayRequest NewInbound(SpeedMarketService? service)
    {
        var form = BeginForm(32);
        AddService(ref form, service);
        form.Add("timezone"u8, SpeedMarketTime.WriteZone(options.TimeZone));
        return Query("mo_new", ref form, ReplyToPeriod);
    }

    /// <summary>By POST, which bears long lists and keeps the HTTP stack from sending a consuming read twice.</summary>
    private GatewayRequest Query(string path, ref FormWriter form, int maxReplyBytes) =>
        Authorized(new GatewayRequest(AddressOf(options, path), form.ToBody(), GatewayRequest.Form) { MaxReplyBytes = maxReplyBytes });

    /// <summary>Only ever shown as a GET; that has no form, so credentials in a form make it a POST.</summary>
    public GatewayRequest Balance()
    {
        var form = BeginForm(0);
        var body = form.ToBody();
        return Authorized(new GatewayRequest(AddressOf(options, "balance"), body, body.Length == 0 ? null : GatewayRequest.Form)
        {
            Method = body.Length == 0 ? HttpMethod.Get : HttpMethod.Post,
        });
    }

    private GatewayRequest Authorized(GatewayRequest request) =>
        options.Credentials == SpeedMarketCredentials.Basic ? request with { Authorization = _authorization } : request;

    private static Uri AddressOf(SpeedMarketOptions options, string path)
    {
        var address = GatewayAddress.Join(options.BaseAddress!, path);
        if (options.Credentials != SpeedMarketCredentials.Query)
        {
            return address;
        }

        var query = new FormWriter(128);
        AddCredentials(ref query, options);
        return new Uri($"{address.AbsoluteUri}{(address.Query.Length == 0 ? '?' : '&')}{Encoding.ASCII.GetString(query.ToBody())}");
    }

    private static void AddService(ref FormWriter form, SpeedMarketService? service)
    {
        if (service is { } type)
        {
            form.Add("type"u8, (long)type);
        }
    }

    private static void AddCredentials(ref FormWriter form, SpeedMarketOptions options)
    {
        form.Add("user"u8, options.User);
        form.Add("password"u8, options.Password);
    }
}
