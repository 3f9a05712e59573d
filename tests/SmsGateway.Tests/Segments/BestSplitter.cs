using System.Globalization;

namespace SmsGateway.Tests.Segments;

/// <summary>Tries every way to cut a text and says how few segments will do. For short texts only.</summary>
internal static class BestSplitter
{
    public static int Fewest(string text, SmsTextOptions options)
    {
        bool isGsm7 = Gsm7.CountSeptets(text) >= 0;
        int limit = (isGsm7 ? options.Profile.Gsm7 : options.Profile.Ucs2)!.Value.Multipart;
        if (Cost(0, text.Length) <= (isGsm7 ? options.Profile.Gsm7 : options.Profile.Ucs2)!.Value.SinglePart)
        {
            return 1;
        }

        bool[] mayCut = [.. Enumerable.Range(0, text.Length + 1).Select(i => i == 0 || i == text.Length || !char.IsSurrogatePair(text[i - 1], text[i]))];
        if (options.KeepGraphemes)
        {
            int[] starts = [.. StringInfo.ParseCombiningCharacters(text), text.Length];
            foreach ((int start, int end) in starts.Zip(starts.Skip(1)))
            {
                for (int i = start + 1; i < end && Cost(start, end) <= limit; i++)
                {
                    mayCut[i] = false;
                }
            }
        }

        var fewest = new int[text.Length + 1];
        for (int end = 1; end <= text.Length; end++)
        {
            fewest[end] = int.MaxValue / 2;
            for (int start = 0; start < end; start++)
            {
                if (mayCut[start] && mayCut[end] && Cost(start, end) <= limit)
                {
                    fewest[end] = Math.Min(fewest[end], fewest[start] + 1);
                }
            }
        }

        return fewest[text.Length];

        int Cost(int start, int end) => isGsm7 ? Gsm7.CountSeptets(text.AsSpan(start, end - start)) : end - start;
    }
}
