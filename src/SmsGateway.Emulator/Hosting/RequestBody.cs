using System.Buffers;
using Microsoft.AspNetCore.Http;

namespace SmsGateway.Emulator.Hosting;

/// <summary>Reads a request's body whole, up to a limit.</summary>
internal static class RequestBody
{
    /// <summary>The bytes; null when there are more than allowed, or when the caller broke off.</summary>
    public static async ValueTask<byte[]?> ReadAsync(HttpContext http, long limit)
    {
        if (http.Request.ContentLength is 0)
        {
            return [];
        }

        if (http.Request.ContentLength > limit)
        {
            return null;
        }

        var reader = http.Request.BodyReader;
        while (true)
        {
            var read = await reader.ReadAsync(http.RequestAborted).ConfigureAwait(false);
            if (read.Buffer.Length > limit)
            {
                reader.AdvanceTo(read.Buffer.End);
                return null;
            }

            if (read.IsCompleted || read.IsCanceled)
            {
                var body = read.Buffer.ToArray();
                reader.AdvanceTo(read.Buffer.End);
                return body;
            }

            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }
}
