using System.Globalization;

namespace SmsGateway.Testing;

public abstract partial class SmsGatewayConformance
{
    private async Task Send_OneMessage_IsAccepted(CancellationToken stop)
    {
        var server = Serve();
        await using var serving = server.ConfigureAwait(false);
        var run = Start(server);
        await using var running = run.ConfigureAwait(false);

        var result = await run.SendAsync(Message(), stop).ConfigureAwait(false);

        Expect.Outcome(SmsOutcome.Accepted, result, "a good answer");
        Expect.That(result.Error is null, $"An accepted message has no error: {result}");
        Expect.Equal(ConformanceRun.Account, result.Account, "The account of the result");
        Expect.Equal(PhoneNumber.Parse(Number(0)), result.Number ?? default, "The number of the result");
        Expect.That(result.Reference is { Length: >= 10 and <= 20 }, "A reference is made for a message that has none.");
        Expect.Equal(1, result.Attempts.Count, "Attempts");
        Expect.Equal(1, server.Requests.Count, "Requests");
    }

    private async Task Send_OwnReference_ComesBack(CancellationToken stop)
    {
        var server = Serve();
        await using var serving = server.ConfigureAwait(false);
        var run = Start(server);
        await using var running = run.ConfigureAwait(false);

        var result = await run.SendAsync(Message() with { Reference = "order00004815" }, stop).ConfigureAwait(false);

        Expect.Outcome(SmsOutcome.Accepted, result, "a good answer");
        Expect.Equal("order00004815", result.Reference, "The reference of the result");
        if (run.Info.Has(SmsCapabilities.Reference))
        {
            var request = server.Requests[0];
            Expect.That(
                request.Text.Contains("order00004815", StringComparison.Ordinal) || request.Target.Contains("order00004815", StringComparison.Ordinal),
                "Its info says that references travel, but the request does not hold it.");
        }
    }

    private async Task Send_Bulk_KeepsTheOrderAndTakesTheFewestRequests(CancellationToken stop)
    {
        var server = Serve();
        await using var serving = server.ConfigureAwait(false);
        var run = Start(server);
        await using var running = run.ConfigureAwait(false);
        var size = run.Info.MaxMessagesPerRequest;
        var count = Math.Min(250, Math.Max(7, Math.Min(size, 1_000) * 2));
        List<string> numbers = [.. Enumerable.Range(0, count).Select(Number)];

        var results = await run.Client.SendAsync(SmsMessage.ToMany(numbers, "Sale!"), stop).ConfigureAwait(false);

        Expect.That(results.AllAccepted, $"All should be accepted: {results}: {string.Join("; ", results.NotAccepted.Take(3))}");
        Expect.That(results.Select(static result => result.To).SequenceEqual(numbers, StringComparer.Ordinal), "The results are not in the order of the messages.");
        Expect.Equal((count + size - 1) / size, server.Requests.Count, $"Requests for {count.ToString(CultureInfo.InvariantCulture)} messages of one text");
    }

    private async Task Send_ManyAtOnce_LosesNone(CancellationToken stop)
    {
        const int Count = 50;
        var server = Serve();
        await using var serving = server.ConfigureAwait(false);
        var run = Start(server);
        await using var running = run.ConfigureAwait(false);

        var results = await Task.WhenAll(Enumerable.Range(0, Count).Select(i => run.Client.SendAsync(Message(i), stop))).ConfigureAwait(false);

        Expect.That(Array.TrueForAll(results, static result => result.IsAccepted), $"All should be accepted; the first that is not: {Array.Find(results, static result => !result.IsAccepted)}");
        Expect.Equal(Count, server.Requests.Count, "Requests");
        Expect.Equal(Count, results.Select(static result => result.Reference).Distinct(StringComparer.OrdinalIgnoreCase).Count(), "Different references");
    }

    private async Task Send_UnfitMessages_AreRejectedAloneBeforeAnyRequest(CancellationToken stop)
    {
        var server = Serve();
        await using var serving = server.ConfigureAwait(false);
        var run = Start(server);
        await using var running = run.ConfigureAwait(false);
        SmsMessage[] unfit =
        [
            Message() with { To = "12" }, Message() with { To = Number(0) + "\r\nX: y" }, Message(text: ""), Message(text: " \r\n"), Message(text: "half \uD83D of it"),
            Message() with { From = "Shop\nX" }, Message() with { Reference = "a\0b" }, Message(text: new string('x', 200)) with { MaxSegments = 1 },
            Message(text: "ąęś") with { UnicodePolicy = SmsUnicodePolicy.Reject }, Message() with { Account = "somebody-else" },
        ];

        var refused = await run.Client.SendAsync(unfit, stop).ConfigureAwait(false);
        Expect.Equal(0, server.Requests.Count, "Requests for messages that are all unfit");
        var results = await run.Client.SendAsync([.. unfit, Message()], stop).ConfigureAwait(false);

        foreach (var result in refused.Concat(results.Take(unfit.Length)))
        {
            Expect.Outcome(SmsOutcome.Rejected, result, string.Create(CultureInfo.InvariantCulture, $"unfit message {result.Index}"));
            Expect.Equal(0, result.Attempts.Count, "Attempts of an unfit message");
        }

        Expect.Outcome(SmsOutcome.Accepted, results[^1], "nine unfit neighbours");
        Expect.Equal(1, server.Requests.Count, "Requests");
    }

    private async Task Send_OptionsItLacks_AreRejectedByName(CancellationToken stop)
    {
        var server = Serve();
        await using var serving = server.ConfigureAwait(false);
        var run = Start(server);
        await using var running = run.ConfigureAwait(false);
        (SmsCapabilities Needed, string Option, SmsMessage Message)[] all =
        [
            (SmsCapabilities.Schedule, nameof(SmsMessage.SendAt), Message() with { SendAt = TimeProvider.System.GetUtcNow().AddHours(2) }),
            (SmsCapabilities.Validity, nameof(SmsMessage.Validity), Message() with { Validity = TimeSpan.FromHours(2) }),
            (SmsCapabilities.Flash, nameof(SmsMessage.Flash), Message() with { Flash = true }),
            (SmsCapabilities.DryRun, nameof(SmsMessage.DryRun), Message() with { DryRun = true }),
            (SmsCapabilities.DeliveryReportUrl, nameof(SmsMessage.DeliveryReportUrl), Message() with { DeliveryReportUrl = new Uri("https://shop.example/r") }),
            (SmsCapabilities.Sender, nameof(SmsMessage.From), Message() with { From = Sender }),
        ];

        foreach (var (needed, option, message) in all.Where(item => !run.Info.Has(item.Needed)))
        {
            var result = await run.SendAsync(message, stop).ConfigureAwait(false);
            Expect.Outcome(SmsOutcome.Rejected, result, $"{option}, which its info says it lacks ({needed})");
            Expect.Equal(SmsErrorKind.NotSupported, result.Error!.Kind, "The error");
            Expect.That(
                result.Error.Message.Contains(option, StringComparison.Ordinal) && result.Error.Message.Contains(run.Info.DisplayName, StringComparison.Ordinal),
                $"The error should name {option} and the gateway: {result.Error}");
        }

        Expect.Equal(0, server.Requests.Count, "Requests");
    }

    private async Task Send_AnyRequest_HasContentAndNoSecretInItsAddress(CancellationToken stop)
    {
        var server = Serve();
        await using var serving = server.ConfigureAwait(false);
        var run = Start(server);
        await using var running = run.ConfigureAwait(false);

        await run.Client.SendAsync([Message(), Message(1), Message(2, "another text")], stop).ConfigureAwait(false);

        foreach (var request in server.Requests)
        {
            Expect.That(request.HasContent, $"{request} has no content: the HTTP stack would silently repeat it when the connection breaks.");
            Expect.That(!Secrets.Any(secret => request.Target.Contains(secret, StringComparison.Ordinal)), $"{request} has a secret in its address.");
        }
    }

    private async Task Send_AnyCulture_WritesTheSameRequest(CancellationToken stop)
    {
        var clock = new ManualTimeProvider(TimeProvider.System.GetUtcNow());
        var server = Serve();
        await using var serving = server.ConfigureAwait(false);
        var run = Start(server, time: clock);
        await using var running = run.ConfigureAwait(false);
        var message = Message(text: "İstanbul ıssız 1,234.50 ﷼") with { Reference = "order00004815" };
        if (run.Info.Has(SmsCapabilities.Schedule))
        {
            message = message with { SendAt = clock.GetUtcNow().AddHours(2) };
        }

        var before = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            foreach (var culture in (string[])["", "tr-TR", "ar-SA", "fi-FI"])
            {
                CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
                await run.SendAsync(message, stop).ConfigureAwait(false);
            }
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = before;
        }

        // A gateway with a memory for references may be asked more than once for one send, always in the same words.
        var written = server.Requests.Select(static request => $"{request.Method} {request.Target}\n{Convert.ToHexString(request.Body.Span)}").Distinct(StringComparer.Ordinal);
        Expect.Equal(1, written.Count(), "Different requests for one message under four cultures");
    }
}
