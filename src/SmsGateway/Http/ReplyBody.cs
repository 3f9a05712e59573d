using System.Buffers;

namespace SmsGateway.Http;

/// <summary>A reply's body in a pooled buffer, read up to a limit.</summary>
internal readonly struct ReplyBody : IDisposable
{
    private readonly byte[] _buffer;
    private readonly int _count;

    private ReplyBody(byte[] buffer, int count)
    {
        _buffer = buffer;
        _count = count;
    }

    public ReadOnlyMemory<byte> Bytes => _buffer.AsMemory(0, _count);

    /// <exception cref="ReplyTooLargeException">The body is larger than <paramref name="limit"/>.</exception>
    public static async ValueTask<ReplyBody> ReadAsync(HttpResponseMessage response, int limit, CancellationToken cancellationToken)
    {
        if (response.Content.Headers.ContentLength > limit)
        {
            throw new ReplyTooLargeException();
        }

        var stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        var buffer = ArrayPool<byte>.Shared.Rent((int)Math.Min(response.Content.Headers.ContentLength + 1 ?? 1024, limit + 1));
        var count = 0;
        try
        {
            while (true)
            {
                var read = await stream.ReadAsync(buffer.AsMemory(count), cancellationToken).ConfigureAwait(false);
                count += read;
                if (read == 0)
                {
                    return new ReplyBody(buffer, count);
                }

                if (count > limit)
                {
                    throw new ReplyTooLargeException();
                }

                if (count == buffer.Length)
                {
                    buffer = Grow(buffer, count);
                }
            }
        }
        catch
        {
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
            throw;
        }
    }

    public void Dispose()
    {
        if (_buffer is not null)
        {
            ArrayPool<byte>.Shared.Return(_buffer, clearArray: true);
        }
    }

    private static byte[] Grow(byte[] buffer, int count)
    {
        var larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
        buffer.AsSpan(0, count).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        return larger;
    }
}
