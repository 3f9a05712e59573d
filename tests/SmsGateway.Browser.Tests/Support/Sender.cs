using System.Net.Http.Headers;
using System.Text;

namespace SmsGateway.Browser.Tests.Support;

/// <summary>Sends through each gateway as an application in any language would: plain HTTP.</summary>
internal sealed class Sender(SmsEmulator emulator, SmsInbox inbox) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = emulator.Url };

    public static CancellationToken Token => TestContext.Current.CancellationToken;

    public async Task<CapturedMessage> SendAsync(Gateway gateway, string to, string text, string? from = "Shop", string? reference = null)
    {
        var before = inbox.Messages.Mark();
        using var request = Request(gateway, to, text, from, reference ?? Guid.NewGuid().ToString("N")[..16]);
        try
        {
            using var response = await _http.SendAsync(request, Token);
        }
        catch (HttpRequestException)
        {
            // A fault was armed.
        }

        return inbox.Messages.Since(before)[^1];
    }

    public void Dispose() => _http.Dispose();

    private HttpRequestMessage Request(Gateway gateway, string to, string text, string? from, string reference)
    {
        var credentials = inbox.Credentials;
        return gateway switch
        {
            Gateway.SmsApi => Form("sms.do", Bearer(credentials.SmsApiAccessToken), ("format", "json"), ("encoding", "utf-8"), ("to", to), ("from", from ?? ""), ("message", text), ("idx", reference)),
            Gateway.SpeedSms => Json("index.php/sms/send", Basic(credentials.SpeedSmsAccessToken, "x"), $$"""{"to":["{{to}}"],"content":{{Quoted(text)}},"sms_type":2,"sender":""}"""),
            Gateway.SpeedMarket => Form("webservice-rest/send-single", Basic(credentials.SpeedMarketUser, credentials.SpeedMarketPassword), ("type", "0"), ("number", to), ("content", text), ("campaign_id", reference)),
            Gateway.SmsClub => Json("sms/send", Bearer(credentials.SmsClubToken), $$"""{"phone":["{{to}}"],"message":{{Quoted(text)}},"src_addr":"{{from}}"}"""),
            _ => Form("api/sms/send_sms.php", null, ("key", credentials.KeyRefKey), ("mobile", to), ("sender", from ?? ""), ("msgtext", text), ("ref", reference), ("response", "json")),
        };
    }

    private static HttpRequestMessage Form(string path, AuthenticationHeaderValue? authorization, params (string Name, string Value)[] fields) => new(HttpMethod.Post, path)
    {
        Content = new FormUrlEncodedContent(fields.Where(field => field.Value.Length > 0).Select(field => KeyValuePair.Create(field.Name, field.Value))),
        Headers = { Authorization = authorization },
    };

    private static HttpRequestMessage Json(string path, AuthenticationHeaderValue authorization, string json) => new(HttpMethod.Post, path)
    {
        Content = new StringContent(json, Encoding.UTF8, "application/json"),
        Headers = { Authorization = authorization },
    };

    private static AuthenticationHeaderValue Bearer(string token) => new("Bearer", token);

    private static AuthenticationHeaderValue Basic(string user, string password) => new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(user + ":" + password)));

    private static string Quoted(string text) => "\"" + System.Text.Json.JsonEncodedText.Encode(text) + "\"";
}
