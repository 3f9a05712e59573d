namespace SmsGateway;

/// <summary>One-character strings that are made once, so that naming a replacement allocates nothing.</summary>
internal static class Characters
{
    private static readonly string[] Latin1 = [.. Enumerable.Range(0, 256).Select(static c => ((char)c).ToString())];

    public static string Of(char c) => c < Latin1.Length ? Latin1[c] : c.ToString();
}
