namespace SmsGateway.Emulator.Protocols;

/// <summary>
/// One vendor's side of its contract. A request passes through in this order: <see cref="Match"/> by path,
/// <see cref="Open"/> for credentials and parameters, then, unless a fault says otherwise, <see cref="Answer"/>.
/// </summary>
internal interface IGatewayProtocol
{
    Gateway Gateway { get; }

    /// <summary>The path behind the emulator's address where the vendor's real base address ends.</summary>
    string BasePath { get; }

    /// <summary>What is asked at a path, or null when the path is not this vendor's.</summary>
    GatewayRoute? Match(string method, string path);

    /// <summary>Reads the request and says whose it is.</summary>
    void Open(GatewayCall call);

    /// <summary>The recipients as E.164 digits, for fault rules and magic numbers. Only asked about sends.</summary>
    IEnumerable<string> Recipients(GatewayCall call);

    /// <summary>The text of a send, for fault rules; of a batch, all of them.</summary>
    string Text(GatewayCall call);

    /// <summary>Does what is asked and answers; refuses unknown credentials itself.</summary>
    GatewayReply Answer(GatewayCall call);

    /// <summary>The vendor's refusal of credentials.</summary>
    GatewayReply Unauthorized(GatewayCall call);

    /// <summary>The vendor's refusal by rate.</summary>
    GatewayReply RateLimited(GatewayCall call);

    /// <summary>An error code in the vendor's own form.</summary>
    GatewayReply Error(GatewayCall call, string code);

    /// <summary>Where in a reply the results stand, for faults that change some of them.</summary>
    ReplyAnatomy Anatomy { get; }

    /// <summary>The request that reports states of messages; null when this vendor pushes none.</summary>
    Push.PushRequest? Report(Push.ReportPush report) => null;

    /// <summary>The request that brings a message from a phone; null when this vendor pushes none.</summary>
    Push.PushRequest? Reply(Push.ReplyPush reply) => null;

    /// <summary>How many messages one report can be about.</summary>
    int ReportsPerPush => 1;

    /// <summary>Whether the receiver's answer to a push was the one that this vendor wants.</summary>
    bool IsAcknowledged(int status, string body) => status is >= 200 and < 300;

    /// <summary>How this vendor repeats its pushes.</summary>
    RetryPolicy Retry(SmsInbox inbox) => RetryPolicy.Once;
}

/// <summary>Where in a reply the results stand.</summary>
/// <param name="List">Names of members that hold the results, as an array of objects or as an object of id and value.</param>
/// <param name="Ids">Names of members that are ids.</param>
/// <param name="Optional">Names of members that may be null or missing.</param>
internal sealed record ReplyAnatomy(string[] List, string[] Ids, string[] Optional);
