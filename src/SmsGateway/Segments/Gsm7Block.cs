using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace SmsGateway;

/// <summary>
/// Classifies 32 characters at once against the default alphabet (TS 23.038 clause 6.2.1) and its extension table. AVX2 does it in
/// two registers, SSSE3 and AdvSimd in halves, anything else by table; all are exact.
/// </summary>
internal static class Gsm7Block
{
    /// <summary>Characters in a block.</summary>
    public const int Length = 32;

    /// <summary>Classifies the block that begins at <paramref name="first"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static BlockMasks Classify(ref char first)
    {
        if (Avx2.IsSupported)
        {
            return Gsm7Vector256.Classify(ref first);
        }

        if (Ssse3.IsSupported || AdvSimd.Arm64.IsSupported)
        {
            BlockMasks low = Gsm7Vector128.Classify(ref first);
            BlockMasks high = Gsm7Vector128.Classify(ref Unsafe.Add(ref first, Length / 2));
            return new BlockMasks(low.Foreign | high.Foreign << (Length / 2), low.Escaped | high.Escaped << (Length / 2));
        }

        return Gsm7Scalar.Classify(ref first);
    }

    /// <summary>Classifies fewer characters than a block has.</summary>
    public static BlockMasks Classify(ReadOnlySpan<char> few)
    {
        // The rest of the block is a plain character, so that it adds to neither mask.
        Span<char> block = stackalloc char[Length];
        block.Fill('a');
        few.CopyTo(block);
        return Classify(ref block[0]);
    }
}
