using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SmsGateway;
using SmsGateway.Emulator;

namespace SmsTool;

/// <summary>The accounts of the configuration, or those of the emulator.</summary>
internal sealed class Accounts : IAsyncDisposable
{
    private const string Section = "Sms:Accounts";

    private readonly ServiceProvider _services;
    private readonly SmsEmulator? _emulator;

    private Accounts(ServiceProvider services, IReadOnlyList<string> names, SmsEmulator? emulator) => (_services, Names, _emulator) = (services, names, emulator);

    public IReadOnlyList<string> Names { get; }

    /// <exception cref="ToolException">No account is configured.</exception>
    /// <exception cref="OptionsValidationException">One is configured wrongly; an <see cref="AggregateException"/> of these when several are.</exception>
    public static async Task<Accounts> OpenAsync(string? file, bool emulated, CancellationToken cancellationToken)
    {
        var configuration = Read(file, emulated);
        var emulator = emulated ? await SmsEmulator.StartAsync(options => options.AcceptAnyCredentials = true, cancellationToken) : null;
        var services = new ServiceCollection();
        services.AddSmsGateway(configuration.GetSection("Sms")).KeyedOnly();
        var configured = configuration.GetSection(Section).GetChildren().ToList();
        if (emulator is not null)
        {
            configured.ForEach(account => Emulation.Add(services, account, emulator));
        }

        var accounts = new Accounts(services.BuildServiceProvider(), configured.ConvertAll(account => account.Key), emulator);
        try
        {
            accounts._services.GetRequiredService<IStartupValidator>().Validate();
            return accounts.Names.Count > 0 ? accounts
                : throw new ToolException(ExitCode.Usage, $"No account is configured. Add one to appsettings.json under {Section}, or try --emulator.");
        }
        catch
        {
            await accounts.DisposeAsync();
            throw;
        }
    }

    /// <exception cref="ToolException">There is no such account, or none was named and there are several.</exception>
    public string Choose(string? name) =>
        name is null && Names is [var only] ? only
        : name is null ? throw new ToolException(ExitCode.Usage, $"Say which account with --account: {string.Join(", ", Names)}.")
        : Names.Contains(name, StringComparer.Ordinal) ? name
        : throw new ToolException(ExitCode.Usage, $"There is no account '{name}'; there are {string.Join(", ", Names)}.");

    public ISmsClient Client(string name) => _services.GetRequiredKeyedService<ISmsClient>(name);

    /// <summary>A feature of an account.</summary>
    /// <exception cref="ToolException">Its gateway does not have it; the message says so with <paramref name="lack"/>.</exception>
    public T Feature<T>(string name, SmsCapabilities capability, string lack)
        where T : class
    {
        var client = Client(name);
        var info = client.GetRequiredService<SmsGatewayInfo>();
        return info.Has(capability) && client.GetService<T>() is { } feature
            ? feature
            : throw new ToolException(ExitCode.NotSupported, $"{info.DisplayName} (account '{name}') {lack}.");
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        if (_emulator is not null)
        {
            await _emulator.DisposeAsync();
        }
    }

    private static IConfigurationRoot Read(string? file, bool emulated)
    {
        if (file is not null && !File.Exists(file))
        {
            throw new ToolException(ExitCode.Usage, $"There is no file {file}.");
        }

        var builder = new ConfigurationBuilder()
            .AddJsonFile(Path.GetFullPath(file ?? "appsettings.json"), optional: true)
            .AddEnvironmentVariables();
        var configuration = builder.Build();
        return emulated && !configuration.GetSection(Section).GetChildren().Any()
            ? builder.AddInMemoryCollection(Emulation.Gateways.Select(gateway => KeyValuePair.Create($"{Section}:{gateway.ToLowerInvariant()}:{gateway}", (string?)""))).Build()
            : configuration;
    }
}
