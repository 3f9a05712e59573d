using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace SmsGateway;

/// <summary>The block classifier with SSSE3 or AdvSimd: 16 characters in two registers.</summary>
internal static class Gsm7Vector128
{
    /// <summary>Classifies 16 characters, half a block.</summary>
    public static BlockMasks Classify(ref char first)
    {
        Vector128<byte> characters = Narrow(Load(ref first, 0), Load(ref first, 1));
        Vector128<byte> row = Look(Gsm7Rows.Bits, Row(characters));
        Vector128<byte> escapes = Look(Gsm7Rows.Escaped, characters) & row;
        Vector128<byte> plain =
            (Look(Gsm7Rows.Ascii, characters) | Look(Gsm7Rows.Latin1, characters ^ Vector128.Create((byte)0x80))) & row;
        uint foreign = Mask(Vector128.Equals(plain | escapes, Vector128<byte>.Zero));
        uint escaped = Mask(~Vector128.Equals(escapes, Vector128<byte>.Zero));
        if (foreign == 0)
        {
            return new BlockMasks(0, escaped);
        }

        BlockMasks beyond = BeyondLatin1(ref first);
        return new BlockMasks(foreign & beyond.Foreign, escaped | beyond.Escaped);
    }

    /// <summary>Knows the euro sign and the Greek capitals only.</summary>
    private static BlockMasks BeyondLatin1(ref char first)
    {
        Vector128<short> low = Load(ref first, 0);
        Vector128<short> high = Load(ref first, 1);
        Vector128<short> euro = Vector128.Create(Gsm7Rows.Euro);
        uint euros = Mask(Vector128.Narrow(Vector128.Equals(low, euro), Vector128.Equals(high, euro)).AsByte());

        Vector128<short> greek = Vector128.Create(Gsm7Rows.GreekStart);
        Vector128<byte> offset = Narrow(low - greek, high - greek);
        Vector128<byte> capital = Look(Gsm7Rows.Greek, offset) & Look(Gsm7Rows.LowBits, Row(offset));
        return new BlockMasks(~euros & Mask(Vector128.Equals(capital, Vector128<byte>.Zero)), euros);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<short> Load(ref char first, nuint index) =>
        Vector128.LoadUnsafe(ref Unsafe.As<char, short>(ref first), index * (nuint)Vector128<short>.Count);

    /// <summary>Characters to bytes. Above U+00FF a character becomes 0xFF or 0x00, neither of which is in GSM-7.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> Narrow(Vector128<short> low, Vector128<short> high) => Sse2.IsSupported
        ? Sse2.PackUnsignedSaturate(low, high)
        : AdvSimd.ExtractNarrowingSaturateUnsignedUpper(AdvSimd.ExtractNarrowingSaturateUnsignedLower(low), high);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> Row(Vector128<byte> characters) =>
        Vector128.ShiftRightLogical(characters.AsUInt16(), 4).AsByte() & Vector128.Create((byte)0x0F);

    /// <summary>A table look-up that gives zero where bit 7 of the index is set; AdvSimd wants bits 4 to 6 cleared for that.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> Look(Vector128<byte> table, Vector128<byte> index) => Ssse3.IsSupported
        ? Ssse3.Shuffle(table, index)
        : AdvSimd.Arm64.VectorTableLookup(table, index & Vector128.Create((byte)0x8F));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Mask(Vector128<byte> lanes) => lanes.ExtractMostSignificantBits();
}
