namespace SmsGateway.Testing;

public abstract partial class SmsGatewayConformance
{
    private static readonly (SmsCapabilities Capability, Type Feature)[] FeatureTypes =
    [
        (SmsCapabilities.StatusQuery, typeof(ISmsStatusReader)), (SmsCapabilities.Balance, typeof(ISmsAccount)), (SmsCapabilities.Cancel, typeof(ISmsScheduler)),
        (SmsCapabilities.NumberLookup, typeof(INumberLookup)), (SmsCapabilities.Voice, typeof(IVoiceClient)), (SmsCapabilities.Verification, typeof(ISmsVerification)),
        (SmsCapabilities.InboundPull, typeof(ISmsInbox)),
    ];

    private async Task Output_NeverHoldsNumbersTextsOrSecrets(CancellationToken stop)
    {
        const string Text = "a very private text";
        var server = Serve();
        await using var serving = server.ConfigureAwait(false);
        var run = Start(server);
        await using var running = run.ConfigureAwait(false);
        var echo = $"{Number(0)} {Text} {string.Join(' ', Secrets)}";
        ServerReply[] replies =
        [
            ServerReply.Close(), ServerReply.Of(echo), ServerReply.Of(echo, 400), ServerReply.Of(echo, 401), ServerReply.Of(echo, 500),
            ServerReply.Of($"<html>{echo}</html>", 500, "text/html"), ServerReply.Of("", 302, contentType: null, $"Location: https://x.example/?key={string.Concat(Secrets.Take(1))}"),
        ];

        await run.SendAsync(Message(text: Text), stop).ConfigureAwait(false);
        foreach (var reply in replies)
        {
            server.Answer = (_, _) => Task.FromResult(reply);
            await run.SendAsync(Message(text: Text), stop).ConfigureAwait(false);
        }

        string[] forbidden = [PhoneNumber.Parse(Number(0)).Digits, Text, .. Secrets];
        foreach (var line in run.Printed)
        {
            Expect.That(!Array.Exists(forbidden, word => line.Contains(word, StringComparison.Ordinal)), "A log line, result or exception holds a number, a text or a secret. (The line is not shown, for that reason.)");
        }
    }

    private async Task Features_AreThoseOfItsInfo(CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        var server = Serve();
        await using var serving = server.ConfigureAwait(false);
        var run = Start(server);
        await using var running = run.ConfigureAwait(false);
        foreach (var (capability, feature) in FeatureTypes)
        {
            var isThere = run.Client.GetService(feature) is not null;
            Expect.That(
                isThere == run.Info.Has(capability) || (isThere && feature == typeof(ISmsAccount) && run.Info.Has(SmsCapabilities.Senders)),
                $"Its info {(run.Info.Has(capability) ? "names" : "does not name")} {capability}, but it {(isThere ? "has" : "has no")} {feature.Name}.");
        }

        Expect.That(run.Info is { MaxMessagesPerRequest: >= 1, MaxPersonalisedPerRequest: >= 1, Name.Length: > 0, DisplayName.Length: > 0 }, "Names and limits of its info are not usable.");
    }
}
