using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace SmsGateway;

/// <summary>The block classifier with AVX2: 32 characters in two registers.</summary>
internal static class Gsm7Vector256
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Classify(ref char first, out uint foreign, out uint escaped)
    {
        Vector256<byte> characters = Narrow(Load(ref first, 0), Load(ref first, 1));
        Vector256<byte> row = Look(Gsm7Rows.Bits, Row(characters));

        // A byte shuffle gives zero where bit 7 of the index is set, so each half of Latin-1 answers for itself alone.
        Vector256<byte> known = Look(Gsm7Rows.Ascii, characters) | Look(Gsm7Rows.Latin1, characters ^ Vector256.Create((byte)0x80));
        foreign = Mask(Vector256.Equals(known & row, Vector256<byte>.Zero));
        escaped = Mask(~Vector256.Equals(Look(Gsm7Rows.Escaped, characters) & row, Vector256<byte>.Zero));
        if (foreign != 0)
        {
            ulong beyond = BeyondLatin1(ref first);
            foreign &= ~(uint)beyond;
            escaped |= (uint)(beyond >> 32);
        }
    }

    /// <summary>The Greek capitals and euro signs in the low half, the euro signs alone in the high half.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ulong BeyondLatin1(ref char first)
    {
        Vector256<short> low = Load(ref first, 0);
        Vector256<short> high = Load(ref first, 1);
        Vector256<short> euro = Vector256.Create(Gsm7Rows.Euro);
        uint euros = Mask(Avx2.Permute4x64(
            Avx2.PackSignedSaturate(Vector256.Equals(low, euro), Vector256.Equals(high, euro)).AsInt64(), 0b11_01_10_00).AsByte());

        Vector256<short> greek = Vector256.Create(Gsm7Rows.GreekStart);
        Vector256<byte> offset = Narrow(low - greek, high - greek);
        Vector256<byte> capital = Look(Gsm7Rows.Greek, offset) & Look(Gsm7Rows.LowBits, Row(offset));
        uint capitals = Mask(~Vector256.Equals(capital, Vector256<byte>.Zero));
        return (ulong)euros << 32 | capitals | euros;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<short> Load(ref char first, nuint index) =>
        Vector256.LoadUnsafe(ref Unsafe.As<char, short>(ref first), index * (nuint)Vector256<short>.Count);

    /// <summary>Characters to bytes, in order. Above U+00FF a character becomes 0xFF or 0x00, neither of which is in GSM-7.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> Narrow(Vector256<short> low, Vector256<short> high) =>
        Avx2.Permute4x64(Avx2.PackUnsignedSaturate(low, high).AsInt64(), 0b11_01_10_00).AsByte();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> Row(Vector256<byte> characters) =>
        Vector256.ShiftRightLogical(characters.AsUInt16(), 4).AsByte() & Vector256.Create((byte)0x0F);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> Look(Vector128<byte> table, Vector256<byte> index) =>
        Avx2.Shuffle(Vector256.Create(table, table), index);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Mask(Vector256<byte> lanes) => lanes.ExtractMostSignificantBits();
}
