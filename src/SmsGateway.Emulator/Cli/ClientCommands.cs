using System.CommandLine;
using SmsGateway.Emulator.Protocols;

namespace SmsGateway.Emulator.Cli;

/// <summary>wait, report, reply, clear and health.</summary>
internal static class ClientCommands
{
    public static IEnumerable<Command> Create() => [Wait(), Report(), Reply(), Clear(), Health()];

    private static Command Wait()
    {
        var query = new Argument<string?>("query") { Description = "A search, such as to:+4850.", Arity = ArgumentArity.ZeroOrOne };
        var timeout = Time("--timeout", "How long to wait.", TimeSpan.FromSeconds(30));
        var after = new Option<string?>("--after") { Description = "Only messages behind this id; all that are kept otherwise." };
        var code = new Option<bool>("--code") { Description = "Print the one-time code only." };
        return EmulatorClient.Command("wait", "Waits for a message and prints it; ends with 1 when none comes.", [query, timeout, after, code], (parsed, client, cancellationToken) =>
        {
            var search = (parsed.GetValue(code) ? "has:code " : "") + parsed.GetValue(query);
            var milliseconds = (long)parsed.GetValue(timeout)!.Value.TotalMilliseconds;
            var path = "api/v1/wait" + EmulatorClient.Query(("q", search), ("after", parsed.GetValue(after)), ("timeout", FormattableString.Invariant($"{milliseconds}ms")));
            return client.PrintAsync(parsed, EmulatorClient.Get(path), cancellationToken, parsed.GetValue(code) ? Outcome.OfCode : null);
        });
    }

    private static Command Report()
    {
        var id = new Argument<long>("id") { Description = "The message." };
        var state = new Argument<DeliveryState>("state") { HelpName = "state", Description = "Its new state: Sent, Delivered, Undelivered, Expired, Rejected ...", DefaultValueFactory = static _ => DeliveryState.Delivered };
        var times = new Option<int>("--times") { Description = "How often the report is pushed.", DefaultValueFactory = static _ => 1 };
        var delay = Time("--delay", "How long to wait before.", TimeSpan.Zero);
        var target = Target();
        return EmulatorClient.Command("report", "Sends a delivery report.", [id, state, times, delay, target], (parsed, client, cancellationToken) =>
        {
            var order = GatewayReply.JsonBytes(parsed, (writer, parsed) =>
            {
                writer.WriteStartObject();
                writer.WriteString("state", parsed.GetValue(state).ToString());
                writer.WriteNumber("times", parsed.GetValue(times));
                writer.WriteNumber("delayMs", (int)parsed.GetValue(delay)!.Value.TotalMilliseconds);
                writer.WriteString("target", parsed.GetValue(target)?.OriginalString);
                writer.WriteEndObject();
            });
            return client.PrintAsync(parsed, EmulatorClient.Json($"api/v1/messages/{parsed.GetValue(id)}/report", order), cancellationToken, Outcome.OfPush);
        });
    }

    private static Command Reply()
    {
        var from = new Argument<string>("from") { Description = "The phone's number." };
        var text = new Argument<string>("text") { Description = "What it says." };
        var target = Target();
        return EmulatorClient.Command("reply", "Lets a phone send a message to the application.", [from, text, target], (parsed, client, cancellationToken) =>
        {
            var reply = GatewayReply.JsonBytes(parsed, (writer, parsed) =>
            {
                writer.WriteStartObject();
                writer.WriteString("from", parsed.GetValue(from));
                writer.WriteString("text", parsed.GetValue(text));
                writer.WriteString("target", parsed.GetValue(target)?.OriginalString);
                writer.WriteEndObject();
            });
            return client.PrintAsync(parsed, EmulatorClient.Json("api/v1/replies", reply), cancellationToken, Outcome.OfPush);
        });
    }

    private static Command Clear()
    {
        var query = new Argument<string?>("query") { Description = "A search; all messages without.", Arity = ArgumentArity.ZeroOrOne };
        var everything = new Option<bool>("--everything") { Description = "Also requests, webhooks and faults." };
        return EmulatorClient.Command("clear", "Forgets messages.", [query, everything], (parsed, client, cancellationToken) => client.PrintAsync(
            parsed,
            parsed.GetValue(everything) ? EmulatorClient.Json("api/v1/reset", "{}"u8.ToArray()) : EmulatorClient.Delete("api/v1/messages" + EmulatorClient.Query(("q", parsed.GetValue(query)))),
            cancellationToken));
    }

    private static Command Health()
    {
        var wait = Time("--wait", "How long to wait until it is ready.", TimeSpan.Zero);
        return EmulatorClient.Command("health", "Says whether the emulator is ready; ends with 1 when it is not.", [wait], async (parsed, client, cancellationToken) =>
        {
            var start = TimeProvider.System.GetTimestamp();
            while (!await client.IsReadyAsync(cancellationToken).ConfigureAwait(false))
            {
                if (TimeProvider.System.GetElapsedTime(start) >= parsed.GetValue(wait))
                {
                    return 1;
                }

                await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, cancellationToken).ConfigureAwait(false);
            }

            return 0;
        });
    }

    private static Option<Uri?> Target() => new("--target")
    {
        Description = "Where it is pushed, if neither the request nor the inbox names an address.",
        CustomParser = static result => EmulatorClient.Address(result, "An application's address is written http://127.0.0.1:5000/sms."),
    };

    private static Option<TimeSpan?> Time(string name, string description, TimeSpan usual) =>
        new(name) { Description = description, CustomParser = ServeCommand.Time, DefaultValueFactory = _ => usual };
}
