using Microsoft.Extensions.Options;

namespace SmsGateway.Client;

/// <summary>What was registered: the accounts' names, in order, and the routes among them.</summary>
internal sealed class SmsRegistrations
{
    public List<string> Accounts { get; } = [];

    /// <summary>Null until routing is configured.</summary>
    public SmsRoutes? Routes { get; set; }

    /// <summary>What was wrong with routes that were read from configuration.</summary>
    public List<string> Mistakes { get; } = [];

    /// <summary>The application uses keyed clients only and wants no default one.</summary>
    public bool KeyedOnly { get; set; }

    /// <summary>A provider knows accounts that nobody registered.</summary>
    public bool HasProvider { get; set; }

    public SmsRoutes RoutesToConfigure => Routes ??= new SmsRoutes();
}

/// <summary>Finds at start what would only show at the first send.</summary>
internal sealed class SmsRegistrationsValidator : IValidateOptions<SmsRegistrations>
{
    public ValidateOptionsResult Validate(string? name, SmsRegistrations options)
    {
        if (options.Mistakes.Count > 0)
        {
            return ValidateOptionsResult.Fail(options.Mistakes);
        }

        if (options.Accounts.Count == 0)
        {
            if (options.HasProvider || options.KeyedOnly)
            {
                return ValidateOptionsResult.Success;
            }

            return ValidateOptionsResult.Fail("No SMS account is registered: add at least one behind AddSmsGateway(), or KeyedOnly() when all are made at run time.");
        }

        if (options.Routes is not { } routes)
        {
            return options.Accounts.Count == 1 || options.KeyedOnly || options.HasProvider ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(
                $"There are {options.Accounts.Count} SMS accounts ({string.Join(", ", options.Accounts)}) and nothing says which one sends: add AddRouting(routes => routes.Otherwise(\"{options.Accounts[0]}\")), or KeyedOnly() when every client is asked for by name.");
        }

        if (!routes.Accounts.Any())
        {
            return ValidateOptionsResult.Fail("The SMS routes name no account: add at least Otherwise(...).");
        }

        // Names that nobody registered may be the provider's.
        var unknown = routes.Accounts.Except(options.Accounts, StringComparer.Ordinal).ToList();
        return unknown.Count == 0 || options.HasProvider ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail($"The SMS routes name accounts that are not registered: {string.Join(", ", unknown)}.");
    }
}
