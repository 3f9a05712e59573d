using Microsoft.Extensions.Options;

namespace SmsGateway.Client;

/// <summary>What was registered: the accounts' names, in order.</summary>
internal sealed class SmsRegistrations
{
    public IList<string> Accounts { get; } = [];
}

/// <summary>Finds at start what would only show at the first send.</summary>
internal sealed class SmsRegistrationsValidator : IValidateOptions<SmsRegistrations>
{
    public ValidateOptionsResult Validate(string? name, SmsRegistrations options) => options.Accounts.Count switch
    {
        0 => ValidateOptionsResult.Fail("No SMS account is registered: add one behind AddSmsGateway(), such as AddSmsApi(...)."),
        _ => ValidateOptionsResult.Success,
    };
}
