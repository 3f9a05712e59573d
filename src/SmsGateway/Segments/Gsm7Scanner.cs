using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace SmsGateway;

/// <summary>Walks a text in blocks of 32 under the default alphabet and its extension table.</summary>
internal static class Gsm7Scanner
{
    /// <summary>The answer of <see cref="CountEscapes"/> for a text that GSM-7 cannot carry.</summary>
    public const int Foreign = -1;

    /// <summary>How many characters need an escape, or <see cref="Foreign"/> as soon as one is not in the alphabet.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int CountEscapes(ReadOnlySpan<char> text)
    {
        int place = Avx2.IsSupported && text.Length >= Gsm7Block.Length
            ? (int)Gsm7Vector256.SkipPlain(ref MemoryMarshal.GetReference(text), (nuint)text.Length)
            : 0;
        return place == text.Length ? 0 : CountEscapesFrom(text, place);
    }

    /// <summary>Counts from a place on. A method of its own, so that it is compiled for the texts that come here.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int CountEscapesFrom(ReadOnlySpan<char> text, int place)
    {
        int escapes = 0;
        ref char first = ref MemoryMarshal.GetReference(text);
        for (; place <= text.Length - Gsm7Block.Length; place += Gsm7Block.Length)
        {
            BlockMasks masks = Gsm7Block.Classify(ref Unsafe.Add(ref first, place));
            if (masks.Foreign != 0)
            {
                return Foreign;
            }

            escapes += BitOperations.PopCount(masks.Escaped);
        }

        if (place < text.Length)
        {
            BlockMasks masks = Classify(text, place);
            escapes = masks.Foreign != 0 ? Foreign : escapes + BitOperations.PopCount(masks.Escaped);
        }

        return escapes;
    }

    /// <summary>The index of the first character that is not in the alphabet, or -1.</summary>
    public static int IndexOfForeign(ReadOnlySpan<char> text)
    {
        for (int place = 0; place < text.Length; place += Gsm7Block.Length)
        {
            BlockMasks masks = Classify(text, place);
            if (masks.Foreign != 0)
            {
                return place + BitOperations.TrailingZeroCount(masks.Foreign);
            }
        }

        return -1;
    }

    /// <summary>Marks the characters from <paramref name="start"/> on, up to 32; bits past the end of the text are zero.</summary>
    public static BlockMasks Classify(ReadOnlySpan<char> text, int start)
    {
        // Near its end a text is read flush with the end, and what lies before the start is shifted out.
        int missing = Math.Max(start + Gsm7Block.Length - text.Length, 0);
        return missing <= start
            ? Gsm7Block.Classify(ref Unsafe.Add(ref MemoryMarshal.GetReference(text), start - missing)).Skip(missing)
            : Gsm7Block.Classify(text[start..]);
    }
}
