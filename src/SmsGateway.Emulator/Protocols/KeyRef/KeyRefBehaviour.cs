namespace SmsGateway.Emulator;

/// <summary>What the key and reference gateway's page leaves open, as switches. The defaults are the emulator's best guess.</summary>
public sealed record KeyRefBehaviour
{
    /// <summary>Where the number of a reply stands.</summary>
    public KeyRefNumber Number { get; init; } = KeyRefNumber.Body;

    /// <summary>How the <c>error</c> member of JSON replies looks.</summary>
    public KeyRefJson Json { get; init; } = KeyRefJson.AsDocumented;

    /// <summary>The content type; a plain script says text/html. None when null.</summary>
    public string? ContentType { get; init; } = "text/html";

    /// <summary>A line break behind every reply.</summary>
    public bool TrailingNewline { get; init; }

    /// <summary>Whether POST works.</summary>
    public bool PostAllowed { get; init; } = true;

    /// <summary>Whether the caller's address is allowed; else 405 in the gateway's own numbers.</summary>
    public bool AddressAllowed { get; init; } = true;

    /// <summary>Whether a refusal of key or address on the report script comes as JSON; else as a bare number.</summary>
    public bool ReportRefusalAsJson { get; init; } = true;

    /// <summary>What happens to a reference that was used before for the same number.</summary>
    public KeyRefDuplicate DuplicateReference { get; init; } = KeyRefDuplicate.LastWins;

    /// <summary>Whether references are compared without case.</summary>
    public bool FoldReferenceCase { get; init; }

    /// <summary>References are cut to so many characters.</summary>
    public int ReferenceLength { get; init; } = 64;

    /// <summary>The price of a segment.</summary>
    public decimal Price { get; init; } = 0.05m;

    /// <summary>What <c>sms_cost</c> says instead of the price.</summary>
    public string? CostText { get; init; }

    /// <summary>So long after the acceptance the report script still says "notfound"; by the emulator's clock.</summary>
    public TimeSpan VisibilityDelay { get; init; }

    /// <summary>So many look-ups of a message still say "notfound".</summary>
    public int HiddenLookups { get; init; }

    /// <summary>A limit of requests; none is documented.</summary>
    public RateLimit? RateLimit { get; init; }
}

/// <summary>Where the number of a reply stands.</summary>
public enum KeyRefNumber
{
    /// <summary>In the body, with HTTP 200.</summary>
    Body,

    /// <summary>As HTTP status, with an empty body.</summary>
    Status,

    /// <summary>Both.</summary>
    BodyAndStatus,

    /// <summary>In the body, also when JSON was asked for.</summary>
    BodyDespiteJson,
}

/// <summary>How the <c>error</c> member of JSON replies looks.</summary>
public enum KeyRefJson
{
    /// <summary>The number 0, or a sentence.</summary>
    AsDocumented,

    /// <summary>Every value a text: "true" and "0", "false" and the code.</summary>
    TextValues,

    /// <summary>The code as a number.</summary>
    CodeAsNumber,

    /// <summary>The code as a text.</summary>
    CodeAsText,
}

/// <summary>What happens to a reference that was used before for the same number.</summary>
public enum KeyRefDuplicate
{
    /// <summary>A second message; look-ups find the second.</summary>
    LastWins,

    /// <summary>A second message; look-ups find the first.</summary>
    FirstWins,

    /// <summary>The second is refused.</summary>
    Refused,

    /// <summary>The second is answered as accepted, and is none.</summary>
    Absorbed,
}
