using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using SmsGateway.Browser.Tests.Support;

namespace SmsGateway.Browser.Tests;

/// <summary>Every view, dialog and state of the page without a violation, in both themes, wide and narrow.</summary>
public sealed class AccessibilityTests(Chromium chromium)
{
    [Theory]
    [InlineData(ColorScheme.Light, 1440)]
    [InlineData(ColorScheme.Dark, 1440)]
    [InlineData(ColorScheme.Light, 390)]
    [InlineData(ColorScheme.Dark, 390)]
    public async Task EveryView_HasNoViolation(ColorScheme theme, int width)
    {
        var demo = new Demo();
        await using var application = await Application.StartAsync();
        await using var inbox = await InboxPage.OpenAsync(chromium, demo.Configure, width, theme: theme);
        await inbox.Page.Locator(".snippet").First.WaitForAsync();
        await CheckAsync("empty");
        inbox.Inbox.WebhookTargets[Gateway.SmsApi] = application.Url;
        var message = await demo.PlayAsync(inbox);
        await inbox.Rows.First.WaitForAsync();
        await CheckAsync("list");
        await inbox.GoAsync("#/messages?q=nothing-like-it");
        await inbox.Page.GetByText("Nothing matches.").WaitForAsync();
        await CheckAsync("nothing found");
        inbox.Emulator.Faults.On(Gateway.SmsApi, to: "+48500111222").Always(Fault.Hang().AndAccept());
        foreach (var (view, sign) in Views.All(message.Sequence))
        {
            await inbox.GoAsync(view);
            await sign(inbox.Page).First.WaitForAsync();
            foreach (var folded in await inbox.Page.Locator(".record").AllAsync())
            {
                await folded.EvaluateAsync("each => { each.open = true; }");
            }

            await CheckAsync(view);
        }

        await inbox.GoAsync("#/faults");
        await inbox.Page.GetByRole(AriaRole.Button, new() { Name = "New fault" }).ClickAsync();
        await CheckAsync("fault dialog");
        await inbox.Page.GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();
        await inbox.Page.GetByRole(AriaRole.Button, new() { Name = "Clear" }).ClickAsync();
        await CheckAsync("clear dialog");
        await inbox.Page.GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();
        await inbox.Page.Keyboard.PressAsync("?");
        await CheckAsync("keys");

        async Task CheckAsync(string view)
        {
            var result = await inbox.Page.RunAxe();
            Assert.True(result.Violations.Length == 0, $"{view}: " + string.Join('\n', result.Violations.Select(each => $"{each.Id}: {each.Help}; {string.Join(" | ", each.Nodes.Select(node => node.Html))}")));
        }
    }
}
