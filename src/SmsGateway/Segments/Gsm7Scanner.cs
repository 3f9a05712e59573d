using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SmsGateway;

/// <summary>Walks a text in blocks of 32 under the default alphabet and its extension table.</summary>
internal static class Gsm7Scanner
{
    /// <summary>The answer of <see cref="CountEscapes"/> for a text that GSM-7 cannot carry.</summary>
    public const int Foreign = -1;

    /// <summary>How many characters need an escape, or <see cref="Foreign"/> as soon as one is not in the alphabet.</summary>
    public static int CountEscapes(ReadOnlySpan<char> text)
    {
        uint foreign;
        uint escaped;
        if (text.Length < Gsm7Block.Length)
        {
            Gsm7Block.Classify(text, out foreign, out escaped);
            return foreign != 0 ? Foreign : BitOperations.PopCount(escaped);
        }

        ref char start = ref MemoryMarshal.GetReference(text);
        int last = text.Length - Gsm7Block.Length;
        int escapes = 0;
        for (int i = 0; i < last; i += Gsm7Block.Length)
        {
            Gsm7Block.Classify(ref Unsafe.Add(ref start, i), out foreign, out escaped);
            if (foreign != 0)
            {
                return Foreign;
            }

            escapes += BitOperations.PopCount(escaped);
        }

        // The last block is read flush with the end; what the loop has counted already is shifted out.
        Gsm7Block.Classify(ref Unsafe.Add(ref start, last), out foreign, out escaped);
        int seen = -last & (Gsm7Block.Length - 1);
        return foreign != 0 ? Foreign : escapes + BitOperations.PopCount(escaped >> seen);
    }

    /// <summary>The index of the first character that is not in the alphabet, or -1.</summary>
    public static int IndexOfForeign(ReadOnlySpan<char> text)
    {
        for (int i = 0; i < text.Length; i += Gsm7Block.Length)
        {
            Classify(text, i, out uint foreign, out _);
            if (foreign != 0)
            {
                return i + BitOperations.TrailingZeroCount(foreign);
            }
        }

        return -1;
    }

    /// <summary>Marks the characters from <paramref name="start"/> on, up to 32; bits past the end of the text are zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Classify(ReadOnlySpan<char> text, int start, out uint foreign, out uint escaped)
    {
        int missing = start + Gsm7Block.Length - text.Length;
        if (missing <= 0)
        {
            Gsm7Block.Classify(ref Unsafe.Add(ref MemoryMarshal.GetReference(text), start), out foreign, out escaped);
        }
        else if (missing <= start)
        {
            Gsm7Block.Classify(ref Unsafe.Add(ref MemoryMarshal.GetReference(text), start - missing), out foreign, out escaped);
            foreign >>= missing;
            escaped >>= missing;
        }
        else
        {
            Gsm7Block.Classify(text[start..], out foreign, out escaped);
        }
    }
}
