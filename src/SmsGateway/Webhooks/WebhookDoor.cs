namespace SmsGateway.Webhooks;

/// <summary>Who may call an account's webhook: made once for each version of the account's options.</summary>
internal sealed class WebhookDoor(SmsAccountOptions options)
{
    public WebhookSecrets Secrets { get; } = new(options.WebhookSecrets);

    public WebhookSources Sources { get; } = new(options.WebhookSources);
}
