using System.Buffers;
using System.Globalization;
using System.Text;

namespace SmsGateway.Http;

/// <summary>
/// Writes <c>application/x-www-form-urlencoded</c> bodies as UTF-8. Everything but letters, digits and <c>-._~</c> is
/// percent-encoded, once; a space becomes "+". End with <see cref="ToBody"/>, which gives the buffer back; pass it on
/// by reference only.
/// </summary>
public ref struct FormWriter
{
    private static readonly SearchValues<byte> Plain =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~"u8);

    private byte[] _buffer;
    private int _count;

    /// <summary>Starts an empty form.</summary>
    /// <param name="sizeHint">About how many bytes it will have; it grows as needed.</param>
    public FormWriter(int sizeHint) => _buffer = ArrayPool<byte>.Shared.Rent(Math.Max(sizeHint, 256));

    /// <summary>A field whose value needs no encoding.</summary>
    internal void Add(ReadOnlySpan<byte> name, ReadOnlySpan<byte> plainValue)
    {
        Begin(name);
        Raw(plainValue);
    }

    /// <summary>Adds a field.</summary>
    /// <param name="name">Its name, written as it is.</param>
    /// <param name="value">Its value.</param>
    public void Add(ReadOnlySpan<byte> name, ReadOnlySpan<char> value)
    {
        Begin(name);
        Append(value);
    }

    internal void Add(ReadOnlySpan<byte> name, long value)
    {
        Begin(name);
        Append(value);
    }

    /// <summary>Starts a field whose value is written piece by piece.</summary>
    internal void Begin(ReadOnlySpan<byte> name)
    {
        if (_count > 0)
        {
            Raw("&"u8);
        }

        Raw(name);
        Raw("="u8);
    }

    internal void Append(PhoneNumber number) => Append((long)number.Number);

    internal void Append(long value)
    {
        var room = Room(20);
        value.TryFormat(room, out var written, provider: CultureInfo.InvariantCulture);
        _count += written;
    }

    internal void Append(ReadOnlySpan<char> value)
    {
        // UTF-8 goes behind what is written already, then is escaped in place from there.
        var size = Encoding.UTF8.GetMaxByteCount(value.Length);
        var utf8 = ArrayPool<byte>.Shared.Rent(size);
        var length = Encoding.UTF8.GetBytes(value, utf8);
        Escape(utf8.AsSpan(0, length));
        ArrayPool<byte>.Shared.Return(utf8, clearArray: true);
    }

    /// <summary>A text that is bytes already, in whatever charset.</summary>
    internal void Append(scoped ReadOnlySpan<byte> bytes) => Escape(bytes);

    /// <summary>Bytes that are encoded already, such as "%2C".</summary>
    internal void Raw(scoped ReadOnlySpan<byte> encoded)
    {
        encoded.CopyTo(Room(encoded.Length));
        _count += encoded.Length;
    }

    /// <summary>The body, in an array of its own: after a cancellation the transport may still be reading it.</summary>
    public byte[] ToBody()
    {
        var body = _buffer.AsSpan(0, _count).ToArray();
        ArrayPool<byte>.Shared.Return(_buffer, clearArray: true);
        _buffer = [];
        return body;
    }

    private void Escape(scoped ReadOnlySpan<byte> utf8)
    {
        while (!utf8.IsEmpty)
        {
            var special = utf8.IndexOfAnyExcept(Plain);
            Raw(special < 0 ? utf8 : utf8[..special]);
            if (special < 0)
            {
                return;
            }

            var value = utf8[special];
            if (value == (byte)' ')
            {
                Raw("+"u8);
            }
            else
            {
                var room = Room(3);
                room[0] = (byte)'%';
                room[1] = (byte)"0123456789ABCDEF"[value >> 4];
                room[2] = (byte)"0123456789ABCDEF"[value & 15];
                _count += 3;
            }

            utf8 = utf8[(special + 1)..];
        }
    }

    private Span<byte> Room(int size)
    {
        if (_buffer.Length - _count < size)
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_buffer.Length * 2, _count + size));
            _buffer.AsSpan(0, _count).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_buffer, clearArray: true);
            _buffer = larger;
        }

        return _buffer.AsSpan(_count);
    }
}
