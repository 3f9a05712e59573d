using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace SmsGateway.Tests.Segments;

/// <summary>The three block classifiers against the table, every character at every place of a block.</summary>
public sealed class BlockTests
{
    private delegate BlockMasks Classifier(ref char first);

    [Fact]
    public void Vector256_EveryCharacterAtEveryPlace_AgreesWithTheTable()
    {
        Assert.SkipUnless(Avx2.IsSupported, "The machine has no AVX2.");
        Compare(Gsm7Vector256.Classify, Gsm7Block.Length);
    }

    [Fact]
    public void Vector128_EveryCharacterAtEveryPlace_AgreesWithTheTable()
    {
        Assert.SkipUnless(Ssse3.IsSupported || AdvSimd.Arm64.IsSupported, "The machine has no byte shuffles.");
        Compare(Gsm7Vector128.Classify, Gsm7Block.Length / 2);
    }

    [Fact]
    public void Block_EveryCharacterAtEveryPlace_AgreesWithTheTable() => Compare(Gsm7Block.Classify, Gsm7Block.Length);

    [Fact]
    public void CountEscapes_EveryLengthUpToThreeBlocks_CountsEachCharacterOnce()
    {
        for (int length = 0; length <= 3 * Gsm7Block.Length; length++)
        {
            Assert.Equal(length, Gsm7Scanner.CountEscapes(new string('€', length)));
            Assert.Equal(length / 3, Gsm7Scanner.CountEscapes(string.Concat(Enumerable.Range(1, length).Select(static i => i % 3 == 0 ? '[' : 'é'))));
        }
    }

    [Fact]
    public void CountEscapes_ForeignCharacterAnywhere_IsFound()
    {
        for (int length = 1; length <= 3 * Gsm7Block.Length; length++)
        {
            for (int place = 0; place < length; place++)
            {
                char[] text = new string('Σ', length).ToCharArray();
                text[place] = 'ł';
                Assert.Equal(Gsm7Scanner.Foreign, Gsm7Scanner.CountEscapes(text));
                Assert.Equal(place, Gsm7Scanner.IndexOfForeign(text));
            }
        }
    }

    private static void Compare(Classifier classify, int length)
    {
        var block = new char[Gsm7Block.Length];
        for (int start = 0; start <= char.MaxValue; start += length)
        {
            for (int shift = 0; shift < length; shift += 5)
            {
                for (int i = 0; i < length; i++)
                {
                    block[i] = (char)(start + ((i + shift) % length));
                }

                uint rest = uint.MaxValue >> (32 - length);
                BlockMasks expected = Gsm7Scalar.Classify(ref block[0]);
                if (classify(ref block[0]) != new BlockMasks(expected.Foreign & rest, expected.Escaped & rest))
                {
                    Assert.Fail($"U+{start:X4}, turned by {shift}");
                }
            }
        }
    }
}
