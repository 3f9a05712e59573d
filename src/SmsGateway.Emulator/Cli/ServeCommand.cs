using System.CommandLine;
using System.Globalization;
using System.Net;

namespace SmsGateway.Emulator.Cli;

/// <summary>Runs the emulator until it is told to stop.</summary>
internal static class ServeCommand
{
    /// <summary>Where a password may stand that shall not stand in the list of processes.</summary>
    public const string PasswordVariable = "SMS_EMULATOR_PASSWORD";

    private static readonly Option<int> Port = new("--port") { Description = "Port to listen on; 0 for a free one.", DefaultValueFactory = static _ => 5080 };
    private static readonly Option<IPAddress> Address = new("--address") { Description = "Address to listen on.", CustomParser = static result => Parsed(result, IPAddress.TryParse(Word(result), out var address) ? address : null), DefaultValueFactory = static _ => IPAddress.Loopback };
    private static readonly Option<bool> Https = new("--https") { Description = "TLS, with a certificate made at start." };
    private static readonly Option<bool> Strict = new("--strict") { Description = "Only the credentials that are printed; else any are taken." };
    private static readonly Option<string[]> WebhookHosts = new("--webhook-host") { Description = "A host, besides this machine, to which reports may be pushed; repeatable." };
    private static readonly Option<string[]> Hosts = new("--host") { Description = "A name under which the page may be called; repeatable." };
    private static readonly Option<TimeSpan?> Deliver = new("--deliver") { Description = "Report every message as delivered after a time, such as 2s.", CustomParser = Time };
    private static readonly Option<bool> NoMagic = new("--no-magic") { Description = "Numbers have no endings with a meaning." };
    private static readonly Option<int> MaxMessages = new("--max-messages") { Description = "Messages that are kept.", DefaultValueFactory = static _ => 1_000 };
    private static readonly Option<long> MaxBytes = new("--max-bytes") { Description = "Bytes of messages, and of requests, that are kept.", DefaultValueFactory = static _ => 64L << 20 };
    private static readonly Option<string?> Journal = new("--journal") { Description = "A file to which everything that happens is added, a JSON object a line." };
    private static readonly Option<bool> AllowRemote = new("--allow-remote") { Description = "Listen beyond this machine; needs a password." };
    private static readonly Option<string?> Password = new("--password") { Description = $"Guards the page and the HTTP interface; also {PasswordVariable}." };

    public static Command Create()
    {
        var command = new Command("serve", "Runs the emulator, as no word at all does.");
        Fill(command);
        return command;
    }

    public static void Fill(Command command)
    {
        foreach (var option in (Option[])[Port, Address, Https, Strict, WebhookHosts, Hosts, Deliver, NoMagic, MaxMessages, MaxBytes, Journal, AllowRemote, Password])
        {
            command.Options.Add(option);
        }

        command.SetAction(RunAsync);
    }

    /// <summary>A time such as 30s or 500ms.</summary>
    internal static TimeSpan? Time(System.CommandLine.Parsing.ArgumentResult result)
    {
        if (Api.ApiCall.Duration(Word(result)) is { } span)
        {
            return span;
        }

        result.AddError("A time is written 500ms, 30s or 2m.");
        return null;
    }

    internal static void Apply(ParseResult parsed, SmsEmulatorOptions options)
    {
        options.Port = parsed.GetValue(Port);
        options.Address = parsed.GetValue(Address)!;
        options.Https = parsed.GetValue(Https);
        options.AcceptAnyCredentials = !parsed.GetValue(Strict);
        options.MagicNumbers = !parsed.GetValue(NoMagic);
        options.MaxMessages = options.MaxExchanges = parsed.GetValue(MaxMessages);
        options.MaxCaptureBytes = parsed.GetValue(MaxBytes);
        options.JournalFile = parsed.GetValue(Journal);
        options.AllowRemote = parsed.GetValue(AllowRemote);
        options.Password = parsed.GetValue(Password) ?? Environment.GetEnvironmentVariable(PasswordVariable);
        options.LedgerKey = null; // It would grow for as long as the program runs.
        if (parsed.GetValue(Deliver) is { } span)
        {
            options.Delivery = DeliverySchedule.After(span);
        }

        foreach (var host in parsed.GetValue(WebhookHosts) ?? [])
        {
            options.WebhookHosts.Add(host);
        }

        foreach (var host in parsed.GetValue(Hosts) ?? [])
        {
            options.AllowedHosts.Add(host);
        }
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        var console = parsed.InvocationConfiguration;
        try
        {
            var emulator = await SmsEmulator.StartAsync(options => Apply(parsed, options), stop).ConfigureAwait(false);
            await using (emulator.ConfigureAwait(false))
            {
                await console.Output.WriteLineAsync(Greeting(emulator, parsed.GetValue(Strict))).ConfigureAwait(false);
                await console.Output.FlushAsync(CancellationToken.None).ConfigureAwait(false);
                var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                using var registration = stop.Register(stopped.SetResult);
                await stopped.Task.ConfigureAwait(false);
            }

            return 0;
        }
        catch (Exception exception) when (exception is InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            await console.Error.WriteLineAsync(exception.Message).ConfigureAwait(false);
            return 2;
        }
    }

    private static string Greeting(SmsEmulator emulator, bool isStrict)
    {
        var lines = new List<string> { string.Create(CultureInfo.InvariantCulture, $"SMS emulator at {emulator.Url}"), "" };
        lines.AddRange(Enum.GetValues<Gateway>().Select(gateway => $"  {gateway,-12} {emulator.BaseAddress(gateway)}"));
        lines.Add("");
        lines.Add(isStrict ? "Credentials of the default inbox:" : "Any credentials are taken.");
        if (isStrict)
        {
            var credentials = emulator.Default.Credentials;
            lines.Add($"  SmsApi       {credentials.SmsApiAccessToken}");
            lines.Add($"  SpeedSms     {credentials.SpeedSmsAccessToken}");
            lines.Add($"  SpeedMarket  {credentials.SpeedMarketUser} {credentials.SpeedMarketPassword}");
            lines.Add($"  SmsClub      {credentials.SmsClubToken}");
            lines.Add($"  KeyRef       {credentials.KeyRefKey}");
        }

        return string.Join(Environment.NewLine, lines);
    }

    private static string Word(System.CommandLine.Parsing.ArgumentResult result) => result.Tokens.Count == 1 ? result.Tokens[0].Value : "";

    private static IPAddress Parsed(System.CommandLine.Parsing.ArgumentResult result, IPAddress? address)
    {
        if (address is null)
        {
            result.AddError("An address is written in digits.");
        }

        return address ?? IPAddress.Loopback;
    }
}
