using System.Security.Cryptography;

namespace SmsGateway.Http;

/// <summary>
/// Makes references: 16 lower-case letters and digits, which every gateway takes and which stay unique without regard to
/// case. Asks for randomness in larger pieces when there are many to make.
/// </summary>
internal ref struct SmsReference
{
    private const int Length = 16;

    // 32 characters: five random bits choose one without bias; 80 bits in all.
    private static ReadOnlySpan<char> Alphabet => "abcdefghijklmnopqrstuvwxyz234567";

    private readonly Span<byte> _random;
    private int _used;

    /// <param name="room">Where randomness is kept; see <see cref="RoomFor"/>.</param>
    public SmsReference(Span<byte> room)
    {
        _random = room;
        _used = room.Length;
    }

    /// <summary>How many bytes serve the making of so many references best.</summary>
    public static int RoomFor(int count) => Length * Math.Clamp(count, 1, 16);

    /// <summary>Makes a single one.</summary>
    public static string Make() => new SmsReference(stackalloc byte[Length]).Next();

    public string Next()
    {
        if (_used == _random.Length)
        {
            RandomNumberGenerator.Fill(_random);
            _used = 0;
        }

        Span<char> text = stackalloc char[Length];
        for (var i = 0; i < Length; i++)
        {
            text[i] = Alphabet[_random[_used + i] & 31];
        }

        _used += Length;
        return new string(text);
    }
}
