using System.Globalization;
using System.Net;
using System.Runtime.InteropServices;

namespace SmsGateway.Emulator.Hosting;

/// <summary>Runs the emulator as a program until it is told to stop.</summary>
internal static class CommandLine
{
    private const string Usage = """
        Speaks the protocols of five SMS gateways over HTTP, keeps what is sent, and texts nobody.

          --port N           port to listen on; 0 for a free one (default 5080)
          --address IP       address to listen on (default 127.0.0.1)
          --https            TLS with a certificate made at start
          --strict           only the credentials that are printed; else any are taken
          --webhook-host H   a host, besides this machine, to which reports may be pushed; repeatable
          --host H           a name under which the page may be called; repeatable
          --deliver TIME     report every message as delivered after a time, such as 2s
          --no-magic         numbers have no endings with a meaning
          --max-messages N   messages that are kept (default 1000)
          --allow-remote     listen beyond this machine; needs --password
          --password P       guards the page and the HTTP interface
          --help
        """;

    public static async Task<int> RunAsync(string[] args)
    {
        if (args.Contains("--help", StringComparer.Ordinal))
        {
            await Console.Out.WriteLineAsync(Usage).ConfigureAwait(false);
            return 0;
        }

        try
        {
            var emulator = await SmsEmulator.StartAsync(options => Read(args, options)).ConfigureAwait(false);
            await using (emulator.ConfigureAwait(false))
            {
                await Console.Out.WriteLineAsync(Greeting(emulator, args.Contains("--strict", StringComparer.Ordinal))).ConfigureAwait(false);
                await StopRequestedAsync().ConfigureAwait(false);
            }

            return 0;
        }
        catch (Exception exception) when (exception is InvalidOperationException or IOException or FormatException)
        {
            await Console.Error.WriteLineAsync(exception.Message).ConfigureAwait(false);
            return 1;
        }
    }

    internal static void Read(string[] args, SmsEmulatorOptions options)
    {
        options.Port = 5080;
        options.AcceptAnyCredentials = true;
        options.LedgerKey = null; // It would grow for as long as the program runs.
        for (var i = 0; i < args.Length; i++)
        {
            var name = args[i];
            string Value() => ++i < args.Length ? args[i] : throw new FormatException($"{name} needs a value.");
            switch (name)
            {
                case "--port":
                    options.Port = int.Parse(Value(), CultureInfo.InvariantCulture);
                    break;
                case "--address":
                    options.Address = IPAddress.Parse(Value());
                    break;
                case "--https":
                    options.Https = true;
                    break;
                case "--strict":
                    options.AcceptAnyCredentials = false;
                    break;
                case "--webhook-host":
                    options.WebhookHosts.Add(Value());
                    break;
                case "--host":
                    options.AllowedHosts.Add(Value());
                    break;
                case "--deliver":
                    options.Delivery = DeliverySchedule.After(Api.ApiCall.Duration(Value()) ?? throw new FormatException("--deliver needs a time such as 2s."));
                    break;
                case "--no-magic":
                    options.MagicNumbers = false;
                    break;
                case "--max-messages":
                    options.MaxMessages = int.Parse(Value(), CultureInfo.InvariantCulture);
                    break;
                case "--allow-remote":
                    options.AllowRemote = true;
                    break;
                case "--password":
                    options.Password = Value();
                    break;
                default:
                    throw new FormatException($"Unknown option {name}. See --help.");
            }
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

    private static async Task StopRequestedAsync()
    {
        var stop = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        await stop.Task.ConfigureAwait(false);

        void Stop(PosixSignalContext context)
        {
            context.Cancel = true;
            stop.TrySetResult();
        }
    }
}
