using System.Net.Http.Headers;

namespace SmsGateway.Emulator.Tests.Support;

/// <summary>
/// A request as somebody's client really sends it. First line: <c># METHOD PATH CONTENT-TYPE</c>; behind it the body, byte for
/// byte, or the query of a GET.
/// </summary>
internal static class RequestFixture
{
    public static HttpRequestMessage Read(Uri url, string file)
    {
        var bytes = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Fixtures", file));
        var end = Array.IndexOf(bytes, (byte)'\n');
        var head = System.Text.Encoding.ASCII.GetString(bytes, 2, end - 2).Split(' ', 3);
        var body = bytes[(end + 1)..];
        var path = head[1].TrimStart('/');
        if (head[0] == "GET")
        {
            return new(HttpMethod.Get, new Uri(url, path + "?" + System.Text.Encoding.ASCII.GetString(body)));
        }

        var request = new HttpRequestMessage(new HttpMethod(head[0]), new Uri(url, path)) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(head[2]);
        return request;
    }
}
