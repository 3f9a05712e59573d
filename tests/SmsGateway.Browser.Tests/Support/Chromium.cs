using Microsoft.Playwright;
using SmsGateway.Browser.Tests.Support;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace SmsGateway.Browser.Tests.Support;

/// <summary>One browser for all tests. Without Chromium they are skipped, but never on a build server: there a skipped test would be a lie.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        var path = Environment.GetEnvironmentVariable("CHROMIUM") ?? Array.Find(Places, File.Exists);
        if (path is null)
        {
            return;
        }

        Assertions.SetDefaultExpectTimeout(60_000);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = ["--no-sandbox", "--disable-gpu", "--disable-lcd-text", "--font-render-hinting=none"] });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }

    public IBrowser Browser
    {
        get
        {
            if (_browser is null)
            {
                Assert.SkipUnless(IsBuildServer, "Chromium is not installed.");
                Assert.Fail("Chromium is not installed, and a build server must have it.");
            }

            return _browser;
        }
    }

    private static bool IsBuildServer => string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.OrdinalIgnoreCase);
}
