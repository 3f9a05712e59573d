namespace SmsGateway.AspNetCore;

/// <summary>Limits of the webhook endpoint.</summary>
public sealed class SmsWebhookOptions
{
    /// <summary>The largest body.</summary>
    /// <value>In bytes, 1,024 to 1,048,576. Default: 65,536; no gateway's callback comes near it.</value>
    public int MaxBodyBytes { get; set; } = 64 * 1024;

    /// <summary>How long a body may take to arrive.</summary>
    /// <value>1 second to 5 minutes. Default: 10 seconds.</value>
    public TimeSpan ReadTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Allows a pattern without <c>{secret}</c>: then anybody who finds the address can report a message as delivered or opt somebody out. Only
    /// where something in front of the application keeps strangers away. Default: false, which stops the start.
    /// </summary>
    public bool AllowAnybodyToCall { get; set; }

    internal void Check()
    {
        if (MaxBodyBytes is < 1024 or > 1024 * 1024 || ReadTimeout < TimeSpan.FromSeconds(1) || ReadTimeout > TimeSpan.FromMinutes(5))
        {
            throw new InvalidOperationException("MapSmsWebhooks: MaxBodyBytes must be 1,024 to 1,048,576 and ReadTimeout 1 second to 5 minutes.");
        }
    }
}
