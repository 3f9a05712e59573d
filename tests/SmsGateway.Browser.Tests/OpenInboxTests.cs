using System.Text.RegularExpressions;
using Microsoft.Playwright;
using SmsGateway.Browser.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace SmsGateway.Browser.Tests;

/// <summary>Inboxes that are opened on the page, and what comes to them.</summary>
public sealed class OpenInboxTests(Chromium chromium)
{
    [Fact]
    public async Task Inbox_Opened_TellsItsCredentials_AndGetsWhatIsSentWithThem()
    {
        await using var inbox = await InboxPage.OpenAsync(chromium);
        await OpenAsync(inbox, "checkout");

        var card = inbox.Page.GetByRole(AriaRole.Region, new() { Name = "checkout" });
        await Expect(card).ToContainTextAsync("Copy them now");
        var opened = inbox.Emulator.Inboxes.Single(each => each.Name == "checkout");
        await Expect(card).ToContainTextAsync(opened.Credentials.SpeedMarketPassword);
        await card.GetByRole(AriaRole.Button).First.ClickAsync();
        Assert.Equal(opened.Credentials.SmsApiAccessToken, await inbox.Page.EvaluateAsync<string>("navigator.clipboard.readText()"));

        using var sender = new Sender(inbox.Emulator, opened);
        await inbox.Sender.SendAsync(Gateway.KeyRef, "46700000100", "of the default");
        await inbox.Page.GetByRole(AriaRole.Link, new() { Name = "checkout 0" }).ClickAsync();
        await Expect(inbox.Page.GetByText("Nothing yet.")).ToBeVisibleAsync();
        await sender.SendAsync(Gateway.SmsApi, "48500111222", "of the team");
        await Expect(inbox.Rows.Locator(".row-text")).ToHaveTextAsync(["of the team"]);
    }

    [Fact]
    public async Task Inbox_LeftAndComeBackTo_TellsNoCredentials()
    {
        await using var inbox = await InboxPage.OpenAsync(chromium);
        await OpenAsync(inbox, "checkout");
        await Expect(inbox.Page.GetByText("Copy them now")).ToBeVisibleAsync();
        var token = inbox.Emulator.Inboxes.Single(each => each.Name == "checkout").Credentials.SmsApiAccessToken;
        await Expect(inbox.Page.GetByText(token)).ToBeVisibleAsync();

        await inbox.Page.GetByRole(AriaRole.Link, new() { Name = "Requests" }).ClickAsync();
        await inbox.Page.GoBackAsync();

        await Expect(inbox.Page.GetByLabel("Name of the inbox")).ToBeVisibleAsync();
        Assert.DoesNotContain(token, await inbox.Page.ContentAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Inbox_WithATakenName_IsRefusedInWords()
    {
        await using var inbox = await InboxPage.OpenAsync(chromium);
        inbox.MayComplain = true; // The browser says 409.
        await OpenAsync(inbox, "default");

        await Expect(inbox.Page.GetByText(new Regex("^Failed: An inbox has a name"))).ToBeVisibleAsync();
        Assert.Single(inbox.Emulator.Inboxes);
    }

    private static async Task OpenAsync(InboxPage inbox, string name)
    {
        await inbox.Page.GetByRole(AriaRole.Link, new() { Name = "New inbox" }).ClickAsync();
        await inbox.Page.GetByLabel("Name of the inbox").FillAsync(name);
        await inbox.Page.GetByRole(AriaRole.Button, new() { Name = "Open", Exact = true }).ClickAsync();
    }
}
