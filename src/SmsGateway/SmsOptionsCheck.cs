using Microsoft.Extensions.Options;
using SmsGateway.Resilience;
using SmsGateway.Webhooks;

namespace SmsGateway;

/// <summary>Collects what is wrong with an account's options: names account and setting, never a value.</summary>
public sealed class SmsOptionsCheck
{
    private readonly List<string> _failures = [];
    private readonly string? _account;
    private readonly SmsAccountOptions _options;

    internal SmsOptionsCheck(string? account, SmsAccountOptions options)
    {
        _account = account;
        _options = options;
        if (options.BaseAddress is null)
        {
            Fail("BaseAddress is missing.");
        }

        Address(options.BaseAddress, nameof(options.BaseAddress));
        Require(options.DefaultCountryCode is null || (options.DefaultCountryCode.Length is >= 1 and <= 3
            && options.DefaultCountryCode.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0 && options.DefaultCountryCode[0] != '0'), "DefaultCountryCode must be 1 to 3 digits, such as \"48\".");
        Require(options.MaxSegments is null or (>= 1 and <= 255), "MaxSegments must be 1 to 255.");
        Require(Enum.IsDefined(options.TransliterationLanguage), "TransliterationLanguage is not one that is known.");
        Require(Enum.IsDefined(options.UnicodePolicy), "UnicodePolicy is not one that is known.");
        Require(options.MaxParallelRequests is >= 1 and <= 64, "MaxParallelRequests must be 1 to 64.");
        Require(options.Sender is null || !(string.IsNullOrWhiteSpace(options.Sender) || options.Sender.Any(char.IsControl)), "Sender must be null or a printable name.");
        Require(options.PollInbox is null || (options.PollInbox >= TimeSpan.FromSeconds(5) && options.PollInbox <= TimeSpan.FromDays(1)), "PollInbox must be 5 seconds to 1 day.");
        SmsResilienceOptionsValidator.Validate(options.Resilience, Fail);
        CheckWebhooks(options);
        options.Validate(this);
    }

    internal ValidateOptionsResult Result => _failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(_failures);

    /// <summary>Adds a sentence, which names the setting.</summary>
    public void Fail(string sentence) => _failures.Add($"SMS account '{_account}': {sentence}");

    /// <summary>Adds a sentence unless something holds.</summary>
    public void Require(bool fine, string sentence)
    {
        if (!fine)
        {
            Fail(sentence);
        }
    }

    /// <summary>A key, token or password: there, no placeholder, and nothing that would break a header.</summary>
    public void Secret(string? value, string setting)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            Fail($"{setting} is missing.");
        }
        else if (value.Trim().Trim('\uFEFF') != value)
        {
            Fail($"{setting} has white space or a byte order mark around it, as when it was read from a file: trim it.");
        }
        else if (value.Any(char.IsControl))
        {
            Fail($"{setting} holds a control character.");
        }
        else if (IsPlaceholder(value))
        {
            Fail($"{setting} is still a placeholder.");
        }
    }

    /// <summary>An absolute address that does not carry credentials in clear text.</summary>
    public void Address(Uri? address, string setting)
    {
        if (address is null)
        {
            return;
        }

        if (!address.IsAbsoluteUri || (address.Scheme != Uri.UriSchemeHttps && address.Scheme != Uri.UriSchemeHttp))
        {
            Fail($"{setting} must be an absolute http or https address.");
        }
        else if (address.UserInfo.Length > 0)
        {
            Fail($"{setting} must not hold a user or password.");
        }
        else if (address.Scheme == Uri.UriSchemeHttp && !address.IsLoopback && !_options.AllowInsecureHttp)
        {
            Fail($"{setting} is a plain http address, over which credentials travel in clear text: use https, or set AllowInsecureHttp.");
        }
    }

    private void CheckWebhooks(SmsAccountOptions options)
    {
        foreach (var secret in options.WebhookSecrets)
        {
            if (SmsWebhookSecret.ProblemOf(secret) is { } problem)
            {
                Fail($"A secret of WebhookSecrets {problem}.");
            }
        }

        Require(options.WebhookSources.All(source => WebhookSources.TryParse(source, out _)), "WebhookSources must be addresses or networks, such as \"192.0.2.0/24\".");
    }

    private static bool IsPlaceholder(string value) =>
        (value.StartsWith('<') && value.EndsWith('>'))
        || value is "..." or "***" or "changeme" or "TODO" or "xxx"
        || value.StartsWith("your-", StringComparison.OrdinalIgnoreCase) || value.StartsWith("YOUR_", StringComparison.OrdinalIgnoreCase);
}

internal sealed class SmsOptionsValidator<TOptions> : IValidateOptions<TOptions>
    where TOptions : SmsAccountOptions
{
    public ValidateOptionsResult Validate(string? name, TOptions options) => new SmsOptionsCheck(name, options).Result;
}
