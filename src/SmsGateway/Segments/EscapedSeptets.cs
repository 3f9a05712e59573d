using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace SmsGateway;

/// <summary>
/// Reads a text of the default alphabet block by block and cuts it where segments are full. A block that a cut divides is kept for
/// the next segment, so that where the blocks lie does not wait for where the cuts fall.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal struct EscapedSeptets
{
    private int _read;
    private int _rest;
    private uint _escaped;

    /// <summary>How far a segment from <paramref name="start"/> goes without cutting an escape pair.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public (int Length, int Units) Fit(ReadOnlySpan<char> text, int start, int limit)
    {
        // Locals, because fields would travel through memory for every block.
        int read = _read;
        int rest = _rest;
        uint escaped = _escaped;
        if (start != read - rest)
        {
            (read, rest) = (start, 0);
        }

        int septets = 0;
        while (true)
        {
            if (rest == 0)
            {
                if (read == text.Length)
                {
                    break;
                }

                rest = Math.Min(Gsm7Block.Length, text.Length - read);
                escaped = Read(text, read);
                read += rest;
            }

            int cost = rest + BitOperations.PopCount(escaped);
            if (septets + cost > limit)
            {
                int run = Run(escaped, limit - septets);
                septets += Cost(escaped, run);
                escaped >>= run;
                rest -= run;
                break;
            }

            septets += cost;
            rest = 0;
        }

        (_read, _rest, _escaped) = (read, rest, escaped);
        return (read - rest - start, septets);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Read(ReadOnlySpan<char> text, int place) => Avx2.IsSupported && text.Length - place >= Gsm7Block.Length
        ? Gsm7Vector256.Escapes(ref Unsafe.Add(ref MemoryMarshal.GetReference(text), place))
        : Gsm7Scanner.Classify(text, place).Escaped;

    /// <summary>The longest run of a block that fits; it is never the whole block.</summary>
    private static int Run(uint escaped, int room)
    {
        if (Bmi2.X64.IsSupported)
        {
            // Two places for each character, the second in use if it is escaped: the septet that is one too many lies in the
            // character that does not fit any more.
            const ulong First = 0x5555_5555_5555_5555;
            ulong septets = First | Bmi2.X64.ParallelBitDeposit(escaped, First << 1);
            return BitOperations.TrailingZeroCount(Bmi2.X64.ParallelBitDeposit(1ul << room, septets)) >> 1;
        }

        int run = Math.Min(room, Gsm7Block.Length - 1);
        while (Cost(escaped, run) - room is var over and > 0)
        {
            // A character costs at most two, so going back by half of what is too much passes no run that fits.
            run -= (over + 1) / 2;
        }

        return run;
    }

    private static int Cost(uint escaped, int run) => run + BitOperations.PopCount(escaped & ((1u << run) - 1));
}
