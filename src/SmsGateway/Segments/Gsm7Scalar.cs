using System.Runtime.CompilerServices;

namespace SmsGateway;

/// <summary>The block classifier by table, for hardware without byte shuffles; also what the others are tested against.</summary>
internal static class Gsm7Scalar
{
    /// <summary>Classifies 32 characters.</summary>
    public static BlockMasks Classify(ref char first)
    {
        GsmAlphabet alphabet = default;
        uint foreign = 0;
        uint escaped = 0;
        for (int i = 0; i < Gsm7Block.Length; i++)
        {
            int cost = alphabet.Cost(Unsafe.Add(ref first, i));
            foreign |= (cost == 0 ? 1u : 0u) << i;
            escaped |= (uint)(cost >> 1) << i;
        }

        return new BlockMasks(foreign, escaped);
    }
}
