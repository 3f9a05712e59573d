using System.Net.Http.Headers;
using System.Text;

namespace SmsGateway.Emulator.Tests.Support;

/// <summary>A bare HTTP client with one send and one balance request for each gateway, as its page writes them.</summary>
internal sealed class Caller : IDisposable
{
    private readonly HttpClient _http;

    public Caller(SmsEmulator emulator, SmsInbox? inbox = null)
    {
        Emulator = emulator;
        Inbox = inbox ?? emulator.Default;
        _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false })
        {
            Timeout = TimeSpan.FromSeconds(10),
            MaxResponseContentBufferSize = 1 << 20,
        };
    }

    public SmsEmulator Emulator { get; }

    public SmsInbox Inbox { get; }

    public static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>A made-up number for each gateway, without a magic ending.</summary>
    public static string Number(Gateway gateway, int index = 100) => gateway switch
    {
        Gateway.SmsApi => $"44770090{index:D4}",
        Gateway.SpeedSms => $"8490000{index:D4}",
        Gateway.SpeedMarket => $"1190000{index:D4}",
        Gateway.SmsClub => $"38000000{index:D4}",
        _ => $"44770090{index:D4}",
    };

    public Task<HttpResponseMessage> SendAsync(Gateway gateway, string? to = null, string text = "hello", string? reference = null) =>
        SendAsync(SendRequest(gateway, to ?? Number(gateway), text, reference));

    public HttpRequestMessage SendRequest(Gateway gateway, string to, string text, string? reference = null)
    {
        reference ??= "ref" + Random.Shared.NextInt64(1_000_000_000).ToString("D9", System.Globalization.CultureInfo.InvariantCulture);
        var credentials = Inbox.Credentials;
        return gateway switch
        {
            Gateway.SmsApi => Form("sms.do", ("format", "json"), ("to", to), ("message", text), ("idx", reference), ("check_idx", "1")).With(Bearer(credentials.SmsApiAccessToken)),
            Gateway.SpeedSms => Json("index.php/sms/send", $$"""{"to":["{{to}}"],"content":"{{text}}","sms_type":2,"sender":""}""").With(Basic(credentials.SpeedSmsAccessToken, "x")),
            Gateway.SpeedMarket => Form("webservice-rest/send-single", ("type", "0"), ("number", to), ("content", text), ("campaign_id", reference)).With(Basic(credentials.SpeedMarketUser, credentials.SpeedMarketPassword)),
            Gateway.SmsClub => Json("sms/send", $$"""{"phone":["{{to}}"],"message":"{{text}}","src_addr":"Alpha"}""").With(Bearer(credentials.SmsClubToken)),
            _ => Form("api/sms/send_sms.php", ("key", credentials.KeyRefKey), ("mobile", to), ("sender", "Shop"), ("msgtext", text), ("ref", reference), ("response", "json")),
        };
    }

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request) => _http.SendAsync(request, Token);

    public async Task<string> TextAsync(HttpRequestMessage request)
    {
        using var response = await SendAsync(request);
        return await response.Content.ReadAsStringAsync(Token);
    }

    public HttpRequestMessage Get(string path) => new(HttpMethod.Get, new Uri(Emulator.Url, path));

    public HttpRequestMessage Form(string path, params (string Name, string Value)[] fields) => new(HttpMethod.Post, new Uri(Emulator.Url, path))
    {
        Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))),
    };

    public HttpRequestMessage Json(string path, string json) => new(HttpMethod.Post, new Uri(Emulator.Url, path))
    {
        Content = new StringContent(json, Encoding.UTF8, "application/json"),
    };

    public static AuthenticationHeaderValue Bearer(string token) => new("Bearer", token);

    public static AuthenticationHeaderValue Basic(string user, string password) => new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(user + ":" + password)));

    /// <summary>Stops waiting for whatever is still to come.</summary>
    public void GiveUp() => _http.CancelPendingRequests();

    public void Dispose() => _http.Dispose();
}

internal static class RequestExtensions
{
    public static HttpRequestMessage With(this HttpRequestMessage request, AuthenticationHeaderValue authorization)
    {
        request.Headers.Authorization = authorization;
        return request;
    }
}
