using System.Runtime.CompilerServices;

namespace SmsGateway;

/// <summary>The block classifier by table, for hardware without byte shuffles; also what the others are tested against.</summary>
internal static class Gsm7Scalar
{
    public static void Classify(ref char first, out uint foreign, out uint escaped)
    {
        GsmAlphabet alphabet = default;
        foreign = 0;
        escaped = 0;
        for (int i = 0; i < Gsm7Block.Length; i++)
        {
            int cost = alphabet.Cost(Unsafe.Add(ref first, i));
            foreign |= (cost == 0 ? 1u : 0u) << i;
            escaped |= (uint)(cost >> 1) << i;
        }
    }
}
