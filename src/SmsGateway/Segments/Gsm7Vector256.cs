using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace SmsGateway;

/// <summary>The block classifier with AVX2: 32 characters in two registers.</summary>
internal static class Gsm7Vector256
{
    /// <summary>Blocks that are looked at together before <see cref="SkipPlain"/> asks what it saw.</summary>
    private const nuint GroupLength = 5 * Gsm7Block.Length;

    /// <summary>Passes over the characters of one septet in Latin-1, which is all there is in most texts.</summary>
    /// <returns>A place up to which there are only such characters: the length, or the start of the group with another one.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static nuint SkipPlain(ref char first, nuint length)
    {
        Vector256<byte> all = Plain(ref first);
        if (HasZero(all))
        {
            return 0;
        }

        nuint last = length - Gsm7Block.Length;
        nuint start = 0;
        nuint place = Gsm7Block.Length;
        while (place < last)
        {
            if (place - start == GroupLength)
            {
                if (HasZero(all))
                {
                    return start;
                }

                start = place;
            }

            all = Vector256.Min(all, Plain(ref Unsafe.Add(ref first, place)));
            place += Gsm7Block.Length;
        }

        // The last block is read flush with the end of the text, so some of its characters are seen twice.
        return HasZero(Vector256.Min(all, Plain(ref Unsafe.Add(ref first, last)))) ? start : length;
    }

    /// <summary>Classifies 32 characters.</summary>
    public static BlockMasks Classify(ref char first)
    {
        Vector256<byte> characters = InOrder(Narrow(Load(ref first, 0), Load(ref first, 1)));
        Vector256<byte> row = Look(Gsm7Rows.Bits, Row(characters));
        Vector256<byte> escapes = Look(Gsm7Rows.Escaped, characters) & row;
        uint foreign = Mask(Vector256.Equals(OneSeptet(characters, row) | escapes, Vector256<byte>.Zero));
        uint escaped = Mask(~Vector256.Equals(escapes, Vector256<byte>.Zero));
        if (foreign == 0)
        {
            return new BlockMasks(0, escaped);
        }

        BlockMasks beyond = BeyondLatin1(ref first);
        return new BlockMasks(foreign & beyond.Foreign, escaped | beyond.Escaped);
    }

    /// <summary>Marks the extension characters of 32 characters that are known to be in GSM-7.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Escapes(ref char first)
    {
        Vector256<short> low = Load(ref first, 0);
        Vector256<short> high = Load(ref first, 1);
        Vector256<byte> characters = Narrow(low, high);
        Vector256<byte> row = Look(Gsm7Rows.Bits, Row(characters));
        Vector256<byte> escapes = Vector256.Equals(Look(Gsm7Rows.Escaped, characters) & row, row);
        return Mask(InOrder(escapes | Euros(low, high)));
    }

    /// <summary>Knows the euro sign and the Greek capitals only.</summary>
    private static BlockMasks BeyondLatin1(ref char first)
    {
        Vector256<short> low = Load(ref first, 0);
        Vector256<short> high = Load(ref first, 1);
        uint euros = Mask(InOrder(Euros(low, high)));
        Vector256<short> greek = Vector256.Create(Gsm7Rows.GreekStart);
        Vector256<byte> offset = InOrder(Narrow(low - greek, high - greek));
        Vector256<byte> capital = Look(Gsm7Rows.Greek, offset) & Look(Gsm7Rows.LowBits, Row(offset));
        return new BlockMasks(~euros & Mask(Vector256.Equals(capital, Vector256<byte>.Zero)), euros);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> Euros(Vector256<short> low, Vector256<short> high)
    {
        Vector256<short> euro = Vector256.Create(Gsm7Rows.Euro);
        return Avx2.PackSignedSaturate(Vector256.Equals(low, euro), Vector256.Equals(high, euro)).AsByte();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> Plain(ref char first)
    {
        Vector256<byte> characters = Narrow(Load(ref first, 0), Load(ref first, 1));
        return OneSeptet(characters, Look(Gsm7Rows.Bits, Row(characters)));
    }

    /// <summary>Not zero where a character is one septet.</summary>
    /// <remarks>A byte shuffle gives zero where bit 7 of the index is set, so each half of Latin-1 answers for itself alone.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> OneSeptet(Vector256<byte> characters, Vector256<byte> row) =>
        (Look(Gsm7Rows.Ascii, characters) | Look(Gsm7Rows.Latin1, characters ^ Vector256.Create((byte)0x80))) & row;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<short> Load(ref char first, nuint index) =>
        Vector256.LoadUnsafe(ref Unsafe.As<char, short>(ref first), index * (nuint)Vector256<short>.Count);

    /// <summary>Characters to bytes. Above U+00FF a character becomes 0xFF or 0x00, neither of which is in GSM-7.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> Narrow(Vector256<short> low, Vector256<short> high) => Avx2.PackUnsignedSaturate(low, high);

    /// <summary>AVX2 packs each 128-bit half for itself; this puts the quarters back in order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> InOrder(Vector256<byte> packed) => Avx2.Permute4x64(packed.AsInt64(), 0b11_01_10_00).AsByte();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> Row(Vector256<byte> characters) =>
        Vector256.ShiftRightLogical(characters.AsUInt16(), 4).AsByte() & Vector256.Create((byte)0x0F);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> Look(Vector128<byte> table, Vector256<byte> index) =>
        Avx2.Shuffle(Vector256.Create(table, table), index);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool HasZero(Vector256<byte> lanes) => Vector256.EqualsAny(lanes, Vector256<byte>.Zero);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Mask(Vector256<byte> lanes) => lanes.ExtractMostSignificantBits();
}
