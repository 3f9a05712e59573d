using Microsoft.Playwright;
using SmsGateway.Browser.Tests.Support;

namespace SmsGateway.Browser.Tests;

/// <summary>How the page looks: every view in both themes and at three widths, into a folder that is not checked in.</summary>
public sealed class LookTests(Chromium chromium)
{
    private static readonly string Folder = Directory.CreateDirectory(Path.Combine(Repository.Root, "artifacts", "screenshots")).FullName;

    public static TheoryData<ColorScheme, int, int> Looks => new()
    {
        { ColorScheme.Light, 1440, 900 }, { ColorScheme.Dark, 1440, 900 },
        { ColorScheme.Light, 900, 900 }, { ColorScheme.Dark, 900, 900 },
        { ColorScheme.Light, 390, 844 }, { ColorScheme.Dark, 390, 844 },
    };

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task EveryView_IsDrawn_WithoutSidewaysScrolling(ColorScheme theme, int width, int height)
    {
        var demo = new Demo();
        await using var application = await Application.StartAsync();
        await using var inbox = await InboxPage.OpenAsync(chromium, demo.Configure, width, height, theme);
        await ShootAsync("empty");
        inbox.Inbox.WebhookTargets[Gateway.SmsApi] = inbox.Inbox.WebhookTargets[Gateway.SpeedSms] = application.Url;
        var message = await demo.PlayAsync(inbox);
        await Assertions.Expect(inbox.Rows).ToHaveCountAsync(7);
        await Assertions.Expect(inbox.Page.Locator(".totals")).ToContainTextAsync("7 messages");
        await ShootAsync("list");
        await inbox.GoAsync("#/messages?inbox=checkout");
        await inbox.Page.GetByText("Nothing yet.").WaitForAsync();
        await ShootAsync("list-empty");
        inbox.Emulator.Faults.On(Gateway.SpeedSms).Next(Fault.RateLimited(TimeSpan.FromSeconds(2)), 3);
        inbox.Emulator.Faults.On(Gateway.SmsApi, to: "+48500111222").Always(Fault.Hang().AndAccept());
        foreach (var (view, sign) in Views.All(message.Sequence))
        {
            await inbox.GoAsync(view);
            await sign(inbox.Page).First.WaitForAsync();
            await ShootAsync(view[2..].Replace('/', '-'));
        }

        await inbox.GoAsync($"#/messages/{message.Sequence}");
        await inbox.Page.GetByText("Copy as curl").ScrollIntoViewIfNeededAsync();
        await ShootAsync("messages-wire");
        await inbox.GoAsync("#/requests");
        await inbox.Page.Locator("summary").First.ClickAsync();
        await ShootAsync("requests-open");
        await inbox.GoAsync("#/webhooks");
        await inbox.Page.Locator("summary").First.ClickAsync();
        await ShootAsync("webhooks-open");
        await inbox.GoAsync("#/inboxes");
        await inbox.Page.GetByLabel("Name of the inbox").FillAsync("newsletter");
        await inbox.Page.Keyboard.PressAsync("Enter");
        await inbox.Page.Locator("dt").First.WaitForAsync();
        await Assertions.Expect(inbox.Page.Locator(".notice.shown")).ToHaveCountAsync(0);
        await ShootAsync("inboxes-opened");
        await inbox.GoAsync("#/faults");
        await inbox.Page.GetByRole(AriaRole.Button, new() { Name = "Slow" }).ClickAsync();
        await ShootAsync("dialog-fault");
        await inbox.Page.GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();
        await inbox.GoAsync("#/messages?gateway=SmsApi");
        await inbox.Page.GetByRole(AriaRole.Button, new() { Name = "Clear" }).ClickAsync();
        await ShootAsync("dialog-clear");
        await inbox.Page.GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();
        await inbox.Page.Keyboard.PressAsync("?");
        await ShootAsync("keys");
        if (width < 960)
        {
            await inbox.Page.Keyboard.PressAsync("Escape");
            await inbox.Page.GetByRole(AriaRole.Button, new() { Name = "Menu" }).ClickAsync();
            await ShootAsync("menu");
        }

        async Task ShootAsync(string name)
        {
            var spare = await inbox.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - window.innerWidth");
            await inbox.Page.ScreenshotAsync(new() { Path = Path.Combine(Folder, $"{name}-{width}-{theme}.png".ToLowerInvariant()) });
            Assert.True(spare <= 0, $"{name} is {spare} pixels too wide.");
        }
    }
}
