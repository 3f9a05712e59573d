using Microsoft.Playwright;
using SmsGateway.Browser.Tests.Support;

namespace SmsGateway.Browser.Tests;

/// <summary>The picture of the documentation: made here, so that it shows what there is. Written only when SMSGATEWAY_WRITE_DOCS is 1.</summary>
public sealed class DocumentationTests(Chromium chromium)
{
    private const int Most = 150_000;

    [Fact]
    public async Task Picture_OfTheInbox_IsMadeAndSmall()
    {
        var demo = new Demo();
        await using var inbox = await InboxPage.OpenAsync(chromium, demo.Configure, 1200, 500);
        var message = await demo.PlayAsync(inbox);
        await inbox.GoAsync($"#/messages/{message.Sequence}");
        await inbox.Page.GetByText("In plain letters").WaitForAsync();

        var picture = await inbox.Page.ScreenshotAsync(new() { Animations = ScreenshotAnimations.Disabled });

        Assert.True(picture.Length < Most, $"{picture.Length} bytes.");
        var file = Path.Combine(Repository.Root, "docs", "images", "inbox.png");
        if (Environment.GetEnvironmentVariable("SMSGATEWAY_WRITE_DOCS") == "1")
        {
            await File.WriteAllBytesAsync(file, picture, Sender.Token);
        }

        Assert.True(new FileInfo(file) is { Exists: true, Length: < Most }, "docs/images/inbox.png is missing or too large: run the tests with SMSGATEWAY_WRITE_DOCS=1.");
    }
}
