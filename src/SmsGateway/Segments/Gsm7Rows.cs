using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SmsGateway;

/// <summary>
/// The default alphabet as nibble tables: entry n holds one bit for each character whose low four bits are n, at the place of its
/// high four bits. A character is in the set when its entry and the bit of its row meet. A test holds them against the tables.
/// </summary>
internal static class Gsm7Rows
{
    /// <summary>The bit of a row, 0 to 7 and again for 8 to 15.</summary>
    public static Vector128<byte> Bits
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector128.Create((byte)1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128);
    }

    /// <summary>The bit of a row, 0 to 7 only.</summary>
    public static Vector128<byte> LowBits
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector128.Create((byte)1, 2, 4, 8, 16, 32, 64, 128, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    /// <summary>U+0000 to U+007F: default alphabet.</summary>
    public static Vector128<byte> Ascii
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector128.Create(
            (byte)0xBC, 0xFC, 0xFC, 0xFC, 0xFC, 0xFC, 0xFC, 0xFC, 0xFC, 0xFC, 0xFD, 0x5C, 0x5C, 0x5D, 0x5C, 0x7C);
    }

    /// <summary>U+0080 to U+00FF: default alphabet.</summary>
    public static Vector128<byte> Latin1
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector128.Create(
            (byte)0x40, 0xA4, 0x80, 0x04, 0x54, 0x54, 0xF0, 0x14, 0xE0, 0xD0, 0x00, 0x00, 0xE0, 0x00, 0x00, 0x28);
    }

    /// <summary>U+0000 to U+007F: extension table.</summary>
    public static Vector128<byte> Escaped
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector128.Create(
            (byte)0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0xA0, 0xA1, 0xA0, 0xA0, 0x00);
    }

    /// <summary>U+0390 to U+03AF: the ten Greek capitals of the default alphabet.</summary>
    public static Vector128<byte> Greek
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector128.Create(
            (byte)0x02, 0x00, 0x00, 0x03, 0x01, 0x00, 0x02, 0x00, 0x03, 0x02, 0x00, 0x01, 0x00, 0x00, 0x01, 0x00);
    }

    /// <summary>The character where <see cref="Greek"/> begins.</summary>
    public const short GreekStart = 0x0390;

    /// <summary>The one extension character outside Latin-1.</summary>
    public const short Euro = 0x20AC;
}
