using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Serialization;

namespace SmsGateway.Benchmarks.Sending;

/// <summary>What a careful developer writes by hand for the same request: HttpClient, a form body, a source-generated reply.</summary>
internal sealed class RawSender : IDisposable
{
    private readonly HttpClient _client;

    public RawSender(Uri address)
    {
        _client = new HttpClient(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5), AllowAutoRedirect = false, UseCookies = false })
        {
            BaseAddress = address,
            Timeout = TimeSpan.FromSeconds(30),
        };
        _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "token-of-the-benchmark");
    }

    public async Task<string> SendAsync(string to, string text, string idx)
    {
        using var content = new FormUrlEncodedContent(
        [
            new("format", "json"), new("encoding", "utf-8"), new("to", to), new("idx", idx), new("check_idx", "1"), new("message", text),
        ]);
        using var response = await _client.PostAsync("sms.do", content);
        response.EnsureSuccessStatusCode();
        var reply = await response.Content.ReadFromJsonAsync(RawJson.Default.RawReply);
        return reply!.List[0].Id;
    }

    public void Dispose() => _client.Dispose();
}

internal sealed record RawReply([property: JsonPropertyName("count")] int Count, [property: JsonPropertyName("list")] RawItem[] List);

internal sealed record RawItem(
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("points")] decimal Points,
    [property: JsonPropertyName("number")] string Number,
    [property: JsonPropertyName("submitted_number")] string SubmittedNumber,
    [property: JsonPropertyName("status")] string Status,
    [property: JsonPropertyName("idx")] string Idx,
    [property: JsonPropertyName("parts")] int Parts);

[JsonSerializable(typeof(RawReply))]
internal sealed partial class RawJson : JsonSerializerContext;
