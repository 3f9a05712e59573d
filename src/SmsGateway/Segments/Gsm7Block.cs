using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace SmsGateway;

/// <summary>
/// Classifies 32 characters at once against the default alphabet (TS 23.038 clause 6.2.1) and its extension table. Bit k of a
/// mask is character k. AVX2 does it in two registers, SSSE3 and AdvSimd in halves, anything else by table; all are exact.
/// </summary>
internal static class Gsm7Block
{
    /// <summary>Characters in a block.</summary>
    public const int Length = 32;

    /// <summary>Marks the characters that are not in GSM-7 and those that need an escape.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Classify(ref char first, out uint foreign, out uint escaped)
    {
        if (Avx2.IsSupported)
        {
            Gsm7Vector256.Classify(ref first, out foreign, out escaped);
        }
        else if (Ssse3.IsSupported || AdvSimd.Arm64.IsSupported)
        {
            Gsm7Vector128.Classify(ref first, out uint foreignLow, out uint escapedLow);
            Gsm7Vector128.Classify(ref Unsafe.Add(ref first, Vector128<ushort>.Count * 2), out uint foreignHigh, out uint escapedHigh);
            foreign = foreignLow | foreignHigh << 16;
            escaped = escapedLow | escapedHigh << 16;
        }
        else
        {
            Gsm7Scalar.Classify(ref first, out foreign, out escaped);
        }
    }

    /// <summary>Classifies up to 32 characters that may be the whole text.</summary>
    public static void Classify(ReadOnlySpan<char> few, out uint foreign, out uint escaped)
    {
        // The rest of the block is a plain character, so that it adds to neither mask.
        Span<char> block = stackalloc char[Length];
        block.Fill('a');
        few.CopyTo(block);
        Classify(ref block[0], out foreign, out escaped);
    }
}
