namespace SmsGateway.Emulator.Push;

/// <summary>A push and its destination.</summary>
internal sealed record PushOrder(SmsInbox Inbox, Gateway Gateway, WebhookKind Kind, PushRequest Request, Uri Target, IReadOnlyList<CapturedMessage> Messages)
{
    /// <summary>The message from a phone that it brings, if it brings one.</summary>
    public CapturedReply? Reply { get; init; }

    /// <summary>
    /// The target with the push's query behind its own. Nothing is escaped a second time: how the vendor encodes its query
    /// (raw colons, %2C, a byte of Latin-1) is part of what the receiver has to read.
    /// </summary>
    public Uri Address()
    {
        if (string.IsNullOrEmpty(Request.Query))
        {
            return Target;
        }

        var target = Target.GetComponents(UriComponents.HttpRequestUrl, UriFormat.UriEscaped);
        var joint = target.Contains('?', StringComparison.Ordinal) ? "&" : "?";
        return new(target + joint + Request.Query, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
    }
}
