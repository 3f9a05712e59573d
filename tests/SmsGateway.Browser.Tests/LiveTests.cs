using SmsGateway.Browser.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace SmsGateway.Browser.Tests;

/// <summary>The stream of events: when it breaks, when there is none, and how fast it is.</summary>
public sealed class LiveTests(Chromium chromium)
{
    [Fact]
    public async Task Stream_Cut_IsTakenUpAgain_WithoutGapOrDouble()
    {
        await using var inbox = await InboxPage.OpenAsync(chromium);
        inbox.MayComplain = true;
        await inbox.Sender.SendAsync(Gateway.KeyRef, "46700000100", "one");
        await Expect(inbox.Rows).ToHaveCountAsync(1);

        await inbox.Emulator.StopListeningAsync();
        await Expect(inbox.Link).Not.ToHaveTextAsync("Live");
        await inbox.Emulator.ResumeListeningAsync();
        await inbox.Sender.SendAsync(Gateway.KeyRef, "46700000100", "two");
        await inbox.Sender.SendAsync(Gateway.KeyRef, "46700000100", "three");

        await Expect(inbox.Link).ToHaveTextAsync("Live");
        await inbox.Sender.SendAsync(Gateway.KeyRef, "46700000100", "four");
        await Expect(inbox.Rows.Locator(".row-text")).ToHaveTextAsync(["four", "three", "two", "one"]);
    }

    [Fact]
    public async Task Stream_Blocked_FallsBackToPolling()
    {
        await using var inbox = await InboxPage.OpenAsync(chromium);
        inbox.MayComplain = true;
        await inbox.Page.RouteAsync("**/api/v1/events*", route => route.AbortAsync());
        await inbox.Page.ReloadAsync();
        await Expect(inbox.Link).ToHaveTextAsync("Polling");

        await inbox.Sender.SendAsync(Gateway.KeyRef, "46700000100", "asked for");

        await Expect(inbox.Rows.Locator(".row-text")).ToHaveTextAsync(["asked for"]);
        await inbox.Inbox.ReportAsync(inbox.Inbox.Messages[0], DeliveryState.Expired, cancellationToken: Sender.Token);
        await Expect(inbox.Rows).ToContainTextAsync(["expired"]);
    }

    [Fact]
    public async Task Emulator_StartedAnew_ReplacesWhatThePageShows()
    {
        await using var inbox = await InboxPage.OpenAsync(chromium);
        inbox.MayComplain = true;
        await inbox.Sender.SendAsync(Gateway.KeyRef, "46700000100", "of the old one");
        await Expect(inbox.Rows).ToHaveCountAsync(1);

        await inbox.Emulator.DisposeAsync();
        await using var other = await SmsEmulator.StartAsync(options => options.Port = inbox.Emulator.Url.Port, Sender.Token);

        await Expect(inbox.Page.GetByText("Waiting for the first message")).ToBeVisibleAsync();
        using var sender = new Sender(other, other.Default);
        await sender.SendAsync(Gateway.KeyRef, "46700000100", "of the new one");
        await Expect(inbox.Rows.Locator(".row-text")).ToHaveTextAsync(["of the new one"]);
    }

    [Fact]
    public async Task Message_IsVisible_WithinATenthOfASecond()
    {
        await using var inbox = await InboxPage.OpenAsync(chromium);
        await inbox.Page.EvaluateAsync(
            """
            () => {
              window.seen = [];
              new MutationObserver(() => {
                const count = document.querySelectorAll('.row').length;
                while (window.seen.length < count) window.seen.push(performance.timeOrigin + performance.now());
              }).observe(document.body, { subtree: true, childList: true });
            }
            """);
        var delays = new List<double>();
        for (var i = 0; i < 5; i++)
        {
            var message = await inbox.Sender.SendAsync(Gateway.KeyRef, "46700000100", $"message {i}");
            await Expect(inbox.Rows).ToHaveCountAsync(i + 1);
            var seen = await inbox.Page.EvaluateAsync<double>("i => window.seen[i]", i);
            delays.Add(seen - message.AcceptedAt.ToUnixTimeMilliseconds());
        }

        TestContext.Current.SendDiagnosticMessage("Visible after {0} ms.", string.Join(", ", delays.Select(delay => delay.ToString("0", System.Globalization.CultureInfo.InvariantCulture))));
        Assert.True(delays.Min() <= 100, $"Visible after {string.Join(", ", delays)} ms."); // The best of five: the machine may be busy, the page must not.
    }

    [Theory]
    [InlineData(1_000)]
    [InlineData(10_000)]
    public async Task ManyMessages_AKeyPress_TakesLessThanATenthOfASecond(int count)
    {
        await using var inbox = await InboxPage.OpenAsync(chromium, options => (options.MagicNumbers, options.MaxMessages, options.MaxExchanges) = (false, count, 100));
        for (var i = 0; i < count; i++)
        {
            await inbox.Sender.SendAsync(Gateway.KeyRef, $"46700{i:D6}", $"message {i}");
        }

        await inbox.GoAsync();
        await Expect(inbox.Page.Locator(".totals")).ToContainTextAsync($"{count:N0} messages");
        Assert.InRange(await inbox.Rows.CountAsync(), 5, 60); // Only what is in sight is there.
        var times = await inbox.Page.EvaluateAsync<double[]>(
            """
            async () => {
              const times = [];
              for (let i = 0; i < 120; i++) {
                const start = performance.now();
                document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'j', bubbles: true }));
                await new Promise(requestAnimationFrame); // behind the page's own: it has drawn
                times.push(performance.now() - start);
              }
              return times.sort((one, other) => one - other);
            }
            """);
        TestContext.Current.SendDiagnosticMessage("{0} messages: a key press takes {1:0.0} ms (quarter), {2:0.0} ms (median), {3:0.0} ms (longest).", count, times[30], times[60], times[^1]);
        Assert.True(times[30] <= 100, $"A key press takes {times[30]:0.0} ms."); // The better quarter: the machine may be busy, the page must not.
        await Expect(inbox.Page.Locator(".row[aria-selected=true]")).ToContainTextAsync($"message {count - 120}");
    }
}
