namespace SmsGateway.Emulator;

/// <summary>What happens to a reply on the wire.</summary>
public enum WireKind
{
    /// <summary>The genuine reply, whole.</summary>
    None,

    /// <summary>No reply, the connection stays open.</summary>
    Hang,

    /// <summary>No reply, orderly end of the connection (FIN).</summary>
    CloseFin,

    /// <summary>No reply, the connection is reset (RST).</summary>
    Reset,

    /// <summary>The status line and nothing behind it, then FIN.</summary>
    StatusLineOnly,

    /// <summary>Headers and half of the body; <see cref="Wire.Then"/> says how it ends.</summary>
    HalfBody,

    /// <summary>Bytes that are no HTTP.</summary>
    Garbage,

    /// <summary>A chunked body whose chunk size is no number.</summary>
    BadChunk,

    /// <summary>The genuine reply, one byte after the other.</summary>
    Dribble,

    /// <summary>Another status, another body.</summary>
    Status,

    /// <summary>429 in the gateway's own words, with a Retry-After header.</summary>
    RateLimited,

    /// <summary>The gateway's own refusal of the credentials.</summary>
    Unauthorized,

    /// <summary>An error code of the protocol, in the protocol's own form.</summary>
    GatewayError,

    /// <summary>A redirect.</summary>
    Redirect,

    /// <summary>200 with another body.</summary>
    Body,

    /// <summary>200 with an empty body.</summary>
    EmptyBody,

    /// <summary>The genuine reply, cut in the middle, but whole as HTTP.</summary>
    CutBody,

    /// <summary>The genuine reply, followed by blanks up to a size.</summary>
    HugeBody,

    /// <summary>The genuine reply behind a UTF-8 byte order mark.</summary>
    ByteOrderMark,

    /// <summary>The genuine reply behind a text, such as a warning that a script printed.</summary>
    Prefix,

    /// <summary>The genuine reply under the name of another charset.</summary>
    WrongCharset,

    /// <summary>The genuine reply under another content type, or under none.</summary>
    WrongType,

    /// <summary>The genuine reply in Latin-1, under its old label.</summary>
    Latin1,

    /// <summary>The genuine reply, and then the end of a connection that was to be kept.</summary>
    ReplyThenClose,

    /// <summary>The genuine reply, said to be compressed, but it is not.</summary>
    BadGzip,

    /// <summary>The genuine reply, compressed.</summary>
    Gzip,

    /// <summary>The genuine reply after 200 KB of headers.</summary>
    HeaderFlood,

    /// <summary>The genuine reply after many <c>100 Continue</c>.</summary>
    ContinueFlood,

    /// <summary>The genuine reply, and bytes behind its end.</summary>
    StrayBytes,

    /// <summary>The genuine reply under a status line written by hand.</summary>
    StatusLine,

    /// <summary>The genuine reply with members that nobody announced.</summary>
    ExtraFields,

    /// <summary>The genuine reply with null in every member that may be missing.</summary>
    NullFields,

    /// <summary>The genuine reply, all its ids the same.</summary>
    DuplicateIds,

    /// <summary>The genuine reply, its list shorter.</summary>
    FewerResults,

    /// <summary>The genuine reply, its list in another order.</summary>
    Shuffled,
}

/// <summary>How a reply that is not finished ends.</summary>
public enum After
{
    /// <summary>Orderly end of the connection.</summary>
    Fin,

    /// <summary>The connection is reset.</summary>
    Reset,

    /// <summary>Nothing more comes, the connection stays open.</summary>
    Hang,
}
