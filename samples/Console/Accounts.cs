using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
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

    /// <exception cref="ToolException">No account is configured, or one names no known gateway.</exception>
    public static async Task<Accounts> OpenAsync(string? file, bool emulated, CancellationToken cancellationToken)
    {
        var configured = Read(file);
        var accounts = configured.Count > 0 || !emulated ? configured : Emulated();
        if (accounts.Count == 0)
        {
            throw new ToolException(ExitCode.Usage, $"No account is configured. Add one to appsettings.json under {Section}, or try --emulator.");
        }

        var emulator = emulated ? await SmsEmulator.StartAsync(options => options.AcceptAnyCredentials = true, cancellationToken) : null;
        var services = new ServiceCollection();
        var builder = services.AddSmsGateway().KeyedOnly();
        foreach (var (name, section) in accounts)
        {
            var options = section.GetChildren().ToList() is [var only] ? only
                : throw new ToolException(ExitCode.Usage, $"The account '{name}' must hold exactly one entry, named after its gateway.");
            GatewayKind.Of(name, options.Key).Add(builder, name, options, emulator);
        }

        return new Accounts(services.BuildServiceProvider(), [.. accounts.Keys], emulator);
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

    private static Dictionary<string, IConfiguration> Read(string? file)
    {
        if (file is not null && !File.Exists(file))
        {
            throw new ToolException(ExitCode.Usage, $"There is no file {file}.");
        }

        var configuration = new ConfigurationBuilder()
            .AddJsonFile(Path.GetFullPath(file ?? "appsettings.json"), optional: true)
            .AddEnvironmentVariables()
            .Build();
        return configuration.GetSection(Section).GetChildren().ToDictionary(section => section.Key, IConfiguration (section) => section, StringComparer.Ordinal);
    }

    private static Dictionary<string, IConfiguration> Emulated() => GatewayKind.All.ToDictionary(
        kind => kind.Name.ToLowerInvariant(),
        IConfiguration (kind) => new ConfigurationBuilder().AddInMemoryCollection([new(kind.Name, "")]).Build(),
        StringComparer.Ordinal);
}
