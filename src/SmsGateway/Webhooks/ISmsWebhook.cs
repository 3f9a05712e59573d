namespace SmsGateway.Webhooks;

/// <summary>How a gateway calls back: verifies a request and reads its events. Pure: no clock, no network, no HTTP server.</summary>
/// <remarks>Made with the account's driver and used by many threads at once. Never throws for what a request holds.</remarks>
public interface ISmsWebhook
{
    /// <summary>The methods that the gateway uses.</summary>
    SmsWebhookMethods Methods { get; }

    /// <summary>Reads a request whose address, sender and size were found fit.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The events, and the answer that the gateway wants once they are stored; or the refusal.</returns>
    SmsWebhookResult Read(SmsWebhookRequest request);
}

/// <summary>Methods of HTTP.</summary>
[Flags]
public enum SmsWebhookMethods
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>GET: everything stands in the query.</summary>
    Get = 1,

    /// <summary>POST: everything stands in the body.</summary>
    Post = 2,
}
