using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace SmsGateway.Browser.Tests.Support;

/// <summary>An emulator of the test's own, and a page that looks at it. Whatever the browser complains about fails the test at its end.</summary>
internal sealed class InboxPage : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly ConcurrentQueue<string> _complaints = new();

    private InboxPage(SmsEmulator emulator, IBrowserContext context, IPage page)
    {
        (Emulator, _context, Page) = (emulator, context, page);
        Sender = new(emulator, emulator.Default);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                _complaints.Enqueue(message.Text);
            }
        };
        page.PageError += (_, problem) => _complaints.Enqueue(problem);
        page.SetDefaultTimeout(60_000);
    }

    public SmsEmulator Emulator { get; }

    public SmsInbox Inbox => Emulator.Default;

    public IPage Page { get; }

    public Sender Sender { get; }

    /// <summary>Set where a test breaks the connection on purpose: then the browser has to complain.</summary>
    public bool MayComplain { get; set; }

    public ILocator Rows => Page.Locator(".row");

    public ILocator Detail => Page.GetByRole(AriaRole.Region, new() { Name = "Conversation" });

    public ILocator Link => Page.Locator(".link");

    public static async Task<InboxPage> OpenAsync(Chromium chromium, Action<SmsEmulatorOptions>? configure = null, int width = 1440, int height = 900, ColorScheme theme = ColorScheme.Light)
    {
        var browser = chromium.Browser;
        var emulator = await SmsEmulator.StartAsync(configure, Sender.Token);
        var context = await browser.NewContextAsync(new()
        {
            ViewportSize = new() { Width = width, Height = height },
            ColorScheme = theme,
            TimezoneId = "UTC",
            ReducedMotion = ReducedMotion.Reduce,
            Permissions = ["clipboard-read", "clipboard-write"],
            IgnoreHTTPSErrors = true,
        });
        var inbox = new InboxPage(emulator, context, await context.NewPageAsync());
        try
        {
            await inbox.GoAsync();
            return inbox;
        }
        catch (PlaywrightException exception)
        {
            throw new InvalidOperationException("The page does not come up. " + string.Join(' ', inbox._complaints), exception);
        }
    }

    /// <summary>Opens the page, at a place in it, and waits until it is live.</summary>
    public async Task GoAsync(string place = "")
    {
        await Page.GotoAsync(Emulator.Url + place);
        await Assertions.Expect(Link).ToHaveTextAsync("Live");
    }

    public async ValueTask DisposeAsync()
    {
        await _context.DisposeAsync();
        Sender.Dispose();
        await Emulator.DisposeAsync();
        if (!MayComplain)
        {
            Assert.True(_complaints.IsEmpty, string.Join(Environment.NewLine, _complaints));
        }
    }
}
