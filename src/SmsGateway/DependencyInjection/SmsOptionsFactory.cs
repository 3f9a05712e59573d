using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Options;
using SmsGateway;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>
/// Makes the options of accounts. What the configuration binder throws names neither the account nor always the setting, and may print the
/// value; it becomes a mistake like those that the validators find.
/// </summary>
internal sealed class SmsOptionsFactory<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TOptions>(
    IEnumerable<IConfigureOptions<TOptions>> setups, IEnumerable<IPostConfigureOptions<TOptions>> postConfigures, IEnumerable<IValidateOptions<TOptions>> validations)
    : IOptionsFactory<TOptions>
    where TOptions : SmsAccountOptions
{
    private readonly OptionsFactory<TOptions> _factory = new(setups, postConfigures, validations);

    public TOptions Create(string name)
    {
        try
        {
            return _factory.Create(name);
        }
        catch (InvalidOperationException exception) when (MistakeIn(exception.Message) is { } mistake)
        {
            throw new OptionsValidationException(name, typeof(TOptions), [$"SMS account '{name}': {mistake}"]);
        }
    }

    // The binder says: Failed to convert configuration value 'V' at 'PATH' to type 'T'.
    //                  ... the following properties were not found on the instance of T: 'A', 'B'
    private static string? MistakeIn(string message) =>
        After(message, " at '") is { } path && path.IndexOf("' to type '", StringComparison.Ordinal) is > 0 and var end ? $"{path[..end]} cannot be read."
        : After(message, " on the instance of ") is { } unknown ? $"no such setting: {After(unknown, ": ")}."
        : null;

    private static string? After(string text, string mark) =>
        text.LastIndexOf(mark, StringComparison.Ordinal) is >= 0 and var at ? text[(at + mark.Length)..] : null;
}
