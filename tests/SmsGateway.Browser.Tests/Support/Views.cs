using Microsoft.Playwright;

namespace SmsGateway.Browser.Tests.Support;

/// <summary>Every view of the page: its address, and what is there when it is drawn.</summary>
internal static class Views
{
    public static IEnumerable<(string Place, Func<IPage, ILocator> Sign)> All(long message) =>
    [
        ($"#/messages/{message}", page => page.GetByText("Request answered with")),
        ("#/inboxes", page => page.GetByLabel("Name of the inbox")),
        ("#/requests", page => page.Locator(".record")),
        ("#/webhooks", page => page.Locator(".record")),
        ("#/faults", page => page.Locator(".rules li, .rules .nothing")),
        ("#/api", page => page.Locator("dt code")),
    ];
}
