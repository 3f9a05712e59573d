using System.Buffers;
using Microsoft.AspNetCore.Http;

namespace SmsGateway.Emulator.Hosting;

/// <summary>
/// Reads a request's body whole, up to a limit. What is beyond is read too, for a while, and thrown away: a server that answers
/// and closes while the caller still writes makes the caller see a broken connection instead of the answer.
/// </summary>
internal static class RequestBody
{
    private const long Patience = 4 << 20;

    /// <summary>The bytes; null when there are more than allowed.</summary>
    public static async ValueTask<byte[]?> ReadAsync(HttpContext http, long limit)
    {
        if (http.Request.ContentLength is 0)
        {
            return [];
        }

        var reader = http.Request.BodyReader;
        var discarded = 0L;
        while (true)
        {
            var read = await reader.ReadAsync(http.RequestAborted).ConfigureAwait(false);
            var isTooLong = discarded > 0 || read.Buffer.Length > limit;
            if (isTooLong)
            {
                discarded += read.Buffer.Length;
            }

            if (read.IsCompleted || read.IsCanceled || discarded > limit + Patience)
            {
                var body = isTooLong ? null : read.Buffer.ToArray();
                reader.AdvanceTo(read.Buffer.End);
                return body;
            }

            reader.AdvanceTo(isTooLong ? read.Buffer.End : read.Buffer.Start, read.Buffer.End);
        }
    }
}
