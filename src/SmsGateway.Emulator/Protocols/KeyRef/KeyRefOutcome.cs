namespace SmsGateway.Emulator.Protocols.KeyRef;

/// <summary>How a send ended: a number for the numeric mode, a sentence for JSON. The sentences are the page's, misprint included.</summary>
internal readonly record struct KeyRefOutcome(int Code, string Sentence)
{
    public static readonly KeyRefOutcome Accepted = new(200, "");
    public static readonly KeyRefOutcome NotAccepted = new(400, "Message not accepted");
    public static readonly KeyRefOutcome AddressRefused = new(405, "Remote IP not allowed");
    public static readonly KeyRefOutcome NoCredit = new(406, "Not Enough Credit");
    public static readonly KeyRefOutcome WrongKey = new(407, "Inavlid API Key");

    public bool IsAccepted => Code == 200;

    public static KeyRefOutcome Missing(string parameter) => new(400, $"Missing {parameter} Parameter");

    /// <summary>A number of the page, or any sentence.</summary>
    public static KeyRefOutcome Of(string code) => code switch
    {
        "400" => NotAccepted,
        "405" => AddressRefused,
        "406" => NoCredit,
        "407" => WrongKey,
        _ => new(int.TryParse(code, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : 400, code),
    };
}
