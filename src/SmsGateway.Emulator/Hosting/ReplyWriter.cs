using Microsoft.AspNetCore.Http;
using SmsGateway.Emulator.Protocols;

namespace SmsGateway.Emulator.Hosting;

/// <summary>Writes a reply as it is.</summary>
internal static class ReplyWriter
{
    public static async Task WriteAsync(HttpContext http, GatewayReply reply)
    {
        WriteHead(http, reply);
        var bodiless = reply.Status is 204 or 304 || HttpMethods.IsHead(http.Request.Method);
        if (!bodiless)
        {
            http.Response.ContentLength = reply.Body.Length;
            await http.Response.BodyWriter.WriteAsync(reply.Body, http.RequestAborted).ConfigureAwait(false);
        }
    }

    public static void WriteHead(HttpContext http, GatewayReply reply)
    {
        http.Response.StatusCode = reply.Status;
        http.Response.ContentType = reply.ContentType;
        foreach (var (name, value) in reply.Headers)
        {
            http.Response.Headers.Append(name, value);
        }
    }
}
