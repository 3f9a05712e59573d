using System.Text.RegularExpressions;
using Microsoft.Playwright;
using SmsGateway.Browser.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace SmsGateway.Browser.Tests;

/// <summary>Messages as they come, are found, and are looked at.</summary>
public sealed class MessageTests(Chromium chromium)
{
    [Fact]
    public async Task Message_ComesWithoutReload()
    {
        await using var inbox = await InboxPage.OpenAsync(chromium);
        await Expect(inbox.Page.GetByText("Waiting for the first message")).ToBeVisibleAsync();

        await inbox.Sender.SendAsync(Gateway.KeyRef, "46700000100", "Your parcel is here");

        await Expect(inbox.Rows).ToContainTextAsync(["Your parcel is here"]);
        await Expect(inbox.Page.GetByText("Waiting for the first message")).ToBeHiddenAsync();
        await Expect(inbox.Rows).ToContainTextAsync([new Regex("GSM-7 · 1")]);
        await Expect(inbox.Page).ToHaveTitleAsync("(1) SMS inbox");
    }

    [Theory]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\"><svg onload=alert(1)>{{7*7}}${7*7}")]
    public async Task Markup_StaysText_WhereverItIsShown(string text)
    {
        await using var inbox = await InboxPage.OpenAsync(chromium);
        inbox.Page.Dialog += (_, dialog) => Assert.Fail("A script ran: " + dialog.Message);
        var message = await inbox.Sender.SendAsync(Gateway.SmsApi, "48500111222", text, from: null, reference: "<b>ref</b>");
        await inbox.Inbox.ReplyAsync("48500111222", text, cancellationToken: Sender.Token);
        await inbox.GoAsync($"#/messages/{message.Sequence}");

        await Expect(inbox.Detail.Locator(".in p")).ToHaveTextAsync(text);
        await Expect(inbox.Detail.Locator(".out p")).ToHaveTextAsync(text);
        await Expect(inbox.Rows.Locator(".row-text")).ToHaveTextAsync(text);
        await Expect(inbox.Detail.Locator(".parts")).ToHaveTextAsync(text);
        await Expect(inbox.Page.Locator("main img, main script, main svg, main b:has-text('ref')")).ToHaveCountAsync(0);
        await inbox.GoAsync("#/requests");
        await Expect(inbox.Page.Locator(".record")).ToHaveCountAsync(1);
        await Expect(inbox.Page.Locator("main img, main script, main svg")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Search_NarrowsTheList_AndClearTakesOnlyWhatItFound()
    {
        await using var inbox = await InboxPage.OpenAsync(chromium);
        await inbox.Sender.SendAsync(Gateway.KeyRef, "46700000100", "kept");
        await inbox.Sender.SendAsync(Gateway.SmsApi, "48500111222", "Zażółć " + new string('x', 70));
        await Expect(inbox.Rows).ToHaveCountAsync(2);

        await inbox.Page.GetByRole(AriaRole.Searchbox).FillAsync("to:+48 segments:>1");
        await Expect(inbox.Rows).ToHaveCountAsync(1);
        await Expect(inbox.Rows).ToContainTextAsync(["Zażółć"]);
        await inbox.Page.GetByRole(AriaRole.Button, new() { Name = "Clear" }).ClickAsync();
        await inbox.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Clear" }).ClickAsync();
        await Expect(inbox.Page.GetByText("Nothing matches.")).ToBeVisibleAsync();

        Assert.Equal(["kept"], inbox.Inbox.Messages.Select(message => message.Text));
        await inbox.Page.GetByRole(AriaRole.Button, new() { Name = "Show all messages" }).ClickAsync();
        await Expect(inbox.Rows).ToContainTextAsync(["kept"]);
    }

    [Fact]
    public async Task Rail_InboxAndGateway_NarrowTheList()
    {
        await using var inbox = await InboxPage.OpenAsync(chromium);
        var team = inbox.Emulator.CreateInbox("checkout");
        using var sender = new Sender(inbox.Emulator, team);
        await inbox.Sender.SendAsync(Gateway.KeyRef, "46700000100", "of the default");
        await sender.SendAsync(Gateway.KeyRef, "46700000100", "of the team");
        await sender.SendAsync(Gateway.SmsClub, "380500000100", "through the club");

        await inbox.Page.GetByRole(AriaRole.Link, new() { Name = "checkout 2" }).ClickAsync();
        await Expect(inbox.Rows).ToHaveCountAsync(2);
        await inbox.Page.GetByRole(AriaRole.Link, new() { Name = "SMS Club 1" }).ClickAsync();
        await Expect(inbox.Rows).ToContainTextAsync(["through the club"]);
    }

    [Fact]
    public async Task Pointer_OverTheList_HoldsItStill()
    {
        await using var inbox = await InboxPage.OpenAsync(chromium);
        await inbox.Sender.SendAsync(Gateway.KeyRef, "46700000100", "first");
        await inbox.Rows.First.HoverAsync();

        await inbox.Sender.SendAsync(Gateway.KeyRef, "46700000100", "second");
        await inbox.Sender.SendAsync(Gateway.KeyRef, "46700000100", "third");

        await Expect(inbox.Page.GetByRole(AriaRole.Button, new() { Name = "2 new messages" })).ToBeVisibleAsync();
        await Expect(inbox.Rows).ToHaveCountAsync(1);
        await inbox.Page.GetByRole(AriaRole.Button, new() { Name = "2 new messages" }).ClickAsync();
        await Expect(inbox.Rows.Locator(".row-text")).ToHaveTextAsync(["third", "second", "first"]);
    }

    [Fact]
    public async Task Detail_ShowsSegments_WhatForcedThem_AndWhatPlainLettersCost()
    {
        await using var inbox = await InboxPage.OpenAsync(chromium);
        var message = await inbox.Sender.SendAsync(Gateway.SmsApi, "48500111222", "Zażółć " + new string('x', 70));
        await inbox.GoAsync($"#/messages/{message.Sequence}");
        var card = inbox.Page.GetByRole(AriaRole.Region, new() { Name = "Segments and encoding" });

        await Expect(card).ToContainTextAsync("2 segments · UCS-2 · 77 of 134 units");
        await Expect(card.Locator(".part")).ToHaveCountAsync(2);
        await Expect(card.Locator("u")).ToHaveTextAsync(["ż", "ó", "ł", "ć"]);
        await Expect(card).ToContainTextAsync("ż U+017C × 1 → z");
        await Expect(card).ToContainTextAsync("In plain letters 1 segment, 0.165 points instead of 0.33 points.");
        await card.GetByRole(AriaRole.Button, new() { Name = "Copy plain text" }).ClickAsync();
        Assert.StartsWith("Zazolc xxx", await ClipboardAsync(inbox.Page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Detail_Reports_ChangeStateAndTimeline()
    {
        await using var application = await Application.StartAsync();
        await using var inbox = await InboxPage.OpenAsync(chromium);
        var message = await inbox.Sender.SendAsync(Gateway.SmsApi, "48500111222", "hello");
        await inbox.GoAsync($"#/messages/{message.Sequence}");
        await inbox.Page.GetByLabel("Address for reports and replies").FillAsync(application.Url.ToString());
        await inbox.Page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(inbox.Page.GetByText("Saved.")).ToBeVisibleAsync();

        await inbox.Page.GetByRole(AriaRole.Button, new() { Name = "Send twice" }).ClickAsync();
        await Expect(inbox.Detail.Locator(".chosen .chip")).ToHaveTextAsync("delivered");
        await Expect(inbox.Rows).ToContainTextAsync(["delivered"]);
        var timeline = inbox.Page.GetByRole(AriaRole.Region, new() { Name = "Timeline" });
        await Expect(timeline.GetByText("Report pushed")).ToHaveCountAsync(2);
        await Expect(timeline).ToContainTextAsync("200 acknowledged");

        await inbox.Page.GetByRole(AriaRole.Button, new() { Name = "Before the response" }).ClickAsync();
        await Expect(inbox.Page.GetByText("The next message to this number is reported first.")).ToBeVisibleAsync();
        Assert.Equal(DeliveryState.Delivered, message.State);
    }

    [Fact]
    public async Task Detail_WireView_MasksSecrets_AlsoAsCurl()
    {
        await using var inbox = await InboxPage.OpenAsync(chromium);
        var message = await inbox.Sender.SendAsync(Gateway.KeyRef, "46700000100", "hello");
        await inbox.GoAsync($"#/messages/{message.Sequence}");
        await inbox.Page.GetByRole(AriaRole.Button, new() { Name = "Copy as curl" }).ClickAsync();
        await Expect(inbox.Page.GetByText("Copied")).ToBeVisibleAsync();

        var (page, curl) = (await inbox.Page.ContentAsync(), await ClipboardAsync(inbox.Page));
        Assert.StartsWith($"curl '{inbox.Emulator.Url}api/sms/send_sms.php'", curl, StringComparison.Ordinal);
        Assert.Contains("msgtext=hello", curl, StringComparison.Ordinal);
        await inbox.Page.GetByRole(AriaRole.Button, new() { Name = "Copy as test" }).ClickAsync();
        await inbox.Page.WaitForFunctionAsync("async () => (await navigator.clipboard.readText()).includes('KeyRef_Send_IsAnsweredAsItWas')");
        var test = await ClipboardAsync(inbox.Page);
        Assert.Contains("msgtext=hello", test, StringComparison.Ordinal);
        Assert.DoesNotContain(inbox.Inbox.Credentials.KeyRefKey, page + curl + test, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Detail_WireView_ShowsBodiesReadable_OrAsTheyWereSent()
    {
        await using var inbox = await InboxPage.OpenAsync(chromium);
        var message = await inbox.Sender.SendAsync(Gateway.KeyRef, "46700000100", "hello there");
        await inbox.GoAsync($"#/messages/{message.Sequence}");
        var request = inbox.Page.Locator(".wire pre").First;
        var asSent = inbox.Page.GetByRole(AriaRole.Button, new() { Name = "As sent" });

        await Expect(request).ToContainTextAsync("msgtext = hello there");
        await asSent.ClickAsync();
        await Expect(request).ToContainTextAsync("&msgtext=hello+there&");
        await Expect(asSent).ToBeFocusedAsync();
        await inbox.Page.Keyboard.PressAsync("d"); // Redrawn, it stays as it is.
        await Expect(inbox.Detail.Locator(".chosen .chip")).ToHaveTextAsync("delivered");
        await Expect(request).ToContainTextAsync("&msgtext=hello+there&");
    }

    [Fact]
    public async Task Detail_Remove_TakesThisMessageOnly()
    {
        await using var inbox = await InboxPage.OpenAsync(chromium);
        var message = await inbox.Sender.SendAsync(Gateway.KeyRef, "46700000100", "first");
        await inbox.Sender.SendAsync(Gateway.KeyRef, "46700000100", "second");
        await inbox.GoAsync($"#/messages/{message.Sequence}");

        await inbox.Page.GetByRole(AriaRole.Button, new() { Name = "Remove" }).ClickAsync();

        await Expect(inbox.Rows.Locator(".row-text")).ToHaveTextAsync(["second"]);
        await Expect(inbox.Page.GetByText("Choose a message")).ToBeVisibleAsync();
        Assert.Equal(["second"], inbox.Inbox.Messages.Select(each => each.Text));
    }

    [Fact]
    public async Task Empty_ExplainsItself_WithASnippetForEachGateway_ThatIsCopied()
    {
        await using var inbox = await InboxPage.OpenAsync(chromium, options => options.AcceptAnyCredentials = true);
        foreach (var (gateway, path) in new[] { ("SMSAPI", "sms.do"), ("SpeedSMS", "index.php/sms/send"), ("SpeedMarket", "webservice-rest/send-single"), ("SMS Club", "sms/send"), ("Key/ref", "api/sms/send_sms.php") })
        {
            await inbox.Page.Locator(".connect").GetByRole(AriaRole.Button, new() { Name = gateway, Exact = true }).ClickAsync();
            await Expect(inbox.Page.Locator("pre").First).ToContainTextAsync(inbox.Emulator.Url + path);
            await inbox.Page.Locator(".snippet").First.GetByRole(AriaRole.Button).ClickAsync();
            await Expect(inbox.Page.GetByText("Copied")).ToBeVisibleAsync();
            Assert.StartsWith("curl", await ClipboardAsync(inbox.Page), StringComparison.Ordinal);
        }
    }

    private static Task<string> ClipboardAsync(IPage page) => page.EvaluateAsync<string>("navigator.clipboard.readText()");
}
