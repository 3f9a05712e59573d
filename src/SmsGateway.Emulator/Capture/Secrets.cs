using System.Text;
using System.Text.RegularExpressions;

namespace SmsGateway.Emulator.Capture;

/// <summary>Covers credentials wherever captured text is shown: by the names that the five protocols and their clients use.</summary>
internal static partial class Secrets
{
    public const string Mask = "***";

    private const string Names = "access_token|access-token|api_password|password|pass_api|pass|token|key";

    /// <summary>Whether a parameter of that name holds a credential.</summary>
    public static bool IsSecret(string name) => Names.Split('|').Contains(name, StringComparer.OrdinalIgnoreCase);

    public static KeyValuePair<string, string> MaskHeader(KeyValuePair<string, string> header)
    {
        if (header.Key.Equals("Authorization", StringComparison.OrdinalIgnoreCase)
            || header.Key.Equals("Proxy-Authorization", StringComparison.OrdinalIgnoreCase))
        {
            var space = header.Value.IndexOf(' ', StringComparison.Ordinal);
            return new(header.Key, space > 0 ? header.Value[..(space + 1)] + Mask : Mask);
        }

        return header.Key.Equals("Cookie", StringComparison.OrdinalIgnoreCase) ? new(header.Key, Mask) : header;
    }

    /// <summary>Masks a query string or a form body.</summary>
    public static string MaskForm(string form) => form.Length == 0 ? form : FormField().Replace(form, "${name}=" + Mask);

    /// <summary>Masks a body in whatever shape it came: form, JSON or multipart.</summary>
    public static string MaskBody(byte[] body)
    {
        if (body.Length == 0)
        {
            return "";
        }

        var text = Encoding.UTF8.GetString(body);
        return text.TrimStart('\uFEFF', ' ', '\t', '\r', '\n') switch
        {
            ['{' or '[', ..] => JsonMember().Replace(text, "${name}\"" + Mask + "\""),
            ['-', '-', ..] => Part().Replace(text, "${head}" + Mask),
            _ => MaskForm(text),
        };
    }

    /// <summary>Masks what a web address may carry: user information, and every value behind a name that sounds secret.</summary>
    public static string MaskUrl(string url) => UserInformation().Replace(MaskForm(url), "//" + Mask + "@");

    [GeneratedRegex($@"(?<=^|[?&])(?<name>{Names}|secret|sig|signature)=[^&#\s]*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex FormField();

    [GeneratedRegex($@"(?<name>""({Names})""\s*:\s*)(""(\\.|[^""\\])*""|[^,\}}\]\s]+)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex JsonMember();

    [GeneratedRegex($@"(?<head>name=""?({Names})""?(\r?\n[^\r\n]+)*\r?\n\r?\n)[^\r\n]*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Part();

    [GeneratedRegex(@"//[^/@\s]+@", RegexOptions.CultureInvariant)]
    private static partial Regex UserInformation();
}
