namespace SmsGateway.Benchmarks.Segments;

/// <summary>
/// The usual way to count: two hash sets, one look-up for each character, a division at the end. It is not exact where a pair meets
/// a segment end, which makes it faster than an exact one would be.
/// </summary>
internal static class HashSetLoop
{
    private static readonly HashSet<char> Basic =
        [.. "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"];

    private static readonly HashSet<char> Extension = [.. "\f^{}\\[~]|€"];

    public static int Count(string text)
    {
        int septets = 0;
        foreach (char c in text)
        {
            if (Basic.Contains(c))
            {
                septets++;
            }
            else if (Extension.Contains(c))
            {
                septets += 2;
            }
            else
            {
                return text.Length <= 70 ? 1 : (text.Length + 66) / 67;
            }
        }

        return septets <= 160 ? 1 : (septets + 152) / 153;
    }
}
