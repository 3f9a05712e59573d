using System.Text.RegularExpressions;
using Microsoft.Playwright;
using SmsGateway.Browser.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace SmsGateway.Browser.Tests;

/// <summary>Keyboard, faults, themes, and a phone's width.</summary>
public sealed class UseTests(Chromium chromium)
{
    [Fact]
    public async Task KeyboardAlone_OpensRepliesReportsAndClears()
    {
        await using var inbox = await InboxPage.OpenAsync(chromium);
        await inbox.Sender.SendAsync(Gateway.SmsApi, "48500111222", "first");
        await inbox.Sender.SendAsync(Gateway.SmsApi, "48500111333", "second");
        await Expect(inbox.Rows).ToHaveCountAsync(2);
        var keyboard = inbox.Page.Keyboard;

        await keyboard.PressAsync("j");
        await keyboard.PressAsync("j");
        await Expect(inbox.Page.Locator(".row[aria-selected=true]")).ToContainTextAsync("first");
        await keyboard.PressAsync("k");
        await Expect(inbox.Detail.Locator(".chosen")).ToContainTextAsync("second");
        await keyboard.PressAsync("r");
        await keyboard.TypeAsync("yes, j k d f");
        await keyboard.PressAsync("Enter");
        await Expect(inbox.Detail.Locator(".in p")).ToHaveTextAsync("yes, j k d f");
        await keyboard.PressAsync("Escape");
        await keyboard.PressAsync("d");
        await Expect(inbox.Detail.Locator(".chosen .chip")).ToHaveTextAsync("delivered");
        await keyboard.PressAsync("f");
        await Expect(inbox.Detail.Locator(".chosen .chip")).ToHaveTextAsync("failed");
        await keyboard.PressAsync("?");
        await Expect(inbox.Page.GetByText("Single keys are on")).ToBeVisibleAsync();
        await keyboard.PressAsync("Escape");
        await Expect(inbox.Page.GetByText("Single keys are on")).ToBeHiddenAsync();
        await keyboard.PressAsync("/");
        await keyboard.PressAsync("Tab");
        await keyboard.PressAsync("Tab");
        await keyboard.PressAsync("Tab");
        await Expect(inbox.Page.GetByRole(AriaRole.Button, new() { Name = "Clear" })).ToBeFocusedAsync();
        await keyboard.PressAsync("Enter");
        await Expect(inbox.Page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        await keyboard.PressAsync("Enter");

        await Expect(inbox.Page.GetByText("Waiting for the first message")).ToBeVisibleAsync();
        Assert.Empty(inbox.Inbox.Messages);
    }

    [Fact]
    public async Task SingleKeys_CanBeSwitchedOff()
    {
        await using var inbox = await InboxPage.OpenAsync(chromium);
        await inbox.Sender.SendAsync(Gateway.SmsApi, "48500111222", "first");
        await Expect(inbox.Rows).ToHaveCountAsync(1);
        await inbox.Page.Keyboard.PressAsync("?");
        await inbox.Page.GetByLabel("Single keys are on").UncheckAsync();
        await inbox.Page.GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();

        await inbox.Page.Keyboard.PressAsync("j");
        await Expect(inbox.Page.Locator(".row[aria-selected=true]")).ToHaveCountAsync(0);
        await inbox.Page.GetByRole(AriaRole.Listbox).FocusAsync();
        await inbox.Page.Keyboard.PressAsync("ArrowDown");
        await Expect(inbox.Page.Locator(".row[aria-selected=true]")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Fault_ArmedInTheDialog_CannotBeMissed_AndWorks()
    {
        await using var inbox = await InboxPage.OpenAsync(chromium);
        var alarm = inbox.Page.Locator(".alarm");
        await Expect(alarm).ToHaveTextAsync("Faults: off");
        await alarm.ClickAsync();
        await inbox.Page.GetByRole(AriaRole.Button, new() { Name = "Answer lost" }).ClickAsync();
        var dialog = inbox.Page.GetByRole(AriaRole.Dialog);
        await dialog.Locator("select[name=gateway]").SelectOptionAsync("KeyRef");
        await dialog.GetByLabel("To number").FillAsync("+46700000100");
        await dialog.GetByLabel("Inbox").SelectOptionAsync("default");
        await dialog.GetByLabel("How many").FillAsync("2");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Arm" }).ClickAsync();

        await Expect(alarm).ToHaveTextAsync("Faults: 1 on");
        await Expect(alarm).ToHaveCSSAsync("background-color", "rgb(255, 176, 32)");
        await Expect(inbox.Page.Locator(".strip")).ToContainTextAsync("Requests fail on purpose.");
        await Expect(inbox.Page).ToHaveTitleAsync(new Regex("faults on"));
        await Expect(inbox.Page.Locator(".rules li")).ToContainTextAsync(["used 0 of 2"]);
        Assert.Single(inbox.Inbox.Faults.Rules);
        var message = await inbox.Sender.SendAsync(Gateway.KeyRef, "46700000100", "lost answer");
        Assert.Equal("CloseFin, kept", message.Fault);
        await Expect(inbox.Page.Locator(".rules li")).ToContainTextAsync(["used 1 of 2"]);

        await inbox.Page.GetByRole(AriaRole.Button, new() { Name = "Disarm all" }).ClickAsync();
        await Expect(alarm).ToHaveTextAsync("Faults: off");
        await Expect(inbox.Page.Locator(".strip")).ToBeHiddenAsync();
        Assert.Empty(inbox.Inbox.Faults.Rules);
    }

    [Fact]
    public async Task Fault_EveryKind_CanBeArmedAsTheDialogOffersIt()
    {
        await using var inbox = await InboxPage.OpenAsync(chromium);
        await inbox.GoAsync("#/faults");
        var kinds = Enum.GetNames<WireKind>();
        for (var i = 0; i < kinds.Length; i++)
        {
            await inbox.Page.GetByRole(AriaRole.Button, new() { Name = "New fault" }).ClickAsync();
            await inbox.Page.GetByLabel("On the wire").SelectOptionAsync(kinds[i]);
            await inbox.Page.GetByRole(AriaRole.Button, new() { Name = "Arm", Exact = true }).ClickAsync();
            await Expect(inbox.Page.Locator(".rules li")).ToHaveCountAsync(i + 1);
        }
    }

    [Fact]
    public async Task Faults_OfEveryPlan_AreNamed_AlsoWhenUsedUp()
    {
        await using var inbox = await InboxPage.OpenAsync(chromium);
        var faults = inbox.Inbox.Faults;
        faults.On(Gateway.KeyRef).Next(Fault.CloseFin().AndAccept());
        await inbox.Sender.SendAsync(Gateway.KeyRef, "46700000100", "lost answer");
        faults.On(Gateway.SmsClub).Every(3, Fault.Hang());
        faults.On(Gateway.SmsApi).Randomly(0.5, seed: 42, Fault.Status(500));
        await inbox.GoAsync("#/faults");

        await Expect(inbox.Page.Locator(".rules li")).ToContainTextAsync(
        [
            new Regex("used up.*Key/ref Send in default No answer, the connection is closed .FIN., stored.*used 1 of 1"),
            new Regex("armed.*SMS Club.*No answer.*every 3, used 0×"),
            new Regex("armed.*SMSAPI.*Another status: 500, not stored.*at random, used 0×"),
        ]);
    }

    [Fact]
    public async Task Api_ListsEveryRoute_AsTheDocumentHasThem()
    {
        await using var inbox = await InboxPage.OpenAsync(chromium);
        await inbox.GoAsync("#/api");
        var routes = inbox.Page.GetByRole(AriaRole.Region, new() { Name = "Routes" });

        await Expect(routes.Locator("dd").First).ToBeVisibleAsync();
        await Expect(routes).ToContainTextAsync("POST /api/v1/messages/{id}/report");
        await Expect(routes).ToContainTextAsync("Waits for a message.");
    }

    [Fact]
    public async Task Theme_IsSwitchedAndKept()
    {
        await using var inbox = await InboxPage.OpenAsync(chromium, theme: ColorScheme.Light);
        var header = inbox.Page.Locator(".top");
        await Expect(header).ToHaveCSSAsync("background-color", "rgb(255, 255, 255)");

        await inbox.Page.GetByRole(AriaRole.Button, new() { Name = "Theme: auto" }).ClickAsync();
        await inbox.Page.GetByRole(AriaRole.Button, new() { Name = "Theme: light" }).ClickAsync();
        await Expect(header).ToHaveCSSAsync("background-color", "rgb(24, 27, 33)");
        await inbox.Page.ReloadAsync();

        await Expect(inbox.Page.GetByRole(AriaRole.Button, new() { Name = "Theme: dark" })).ToBeVisibleAsync();
        await Expect(header).ToHaveCSSAsync("background-color", "rgb(24, 27, 33)");
    }

    [Fact]
    public async Task PhoneWidth_ListThenMessage_AndBack()
    {
        await using var inbox = await InboxPage.OpenAsync(chromium, width: 390, height: 844);
        await inbox.Sender.SendAsync(Gateway.SmsApi, "48500111222", "hello");
        await inbox.Rows.ClickAsync();

        await Expect(inbox.Detail.Locator(".chosen")).ToContainTextAsync("hello");
        await Expect(inbox.Rows).ToBeHiddenAsync();
        await inbox.Page.GetByRole(AriaRole.Button, new() { Name = "‹ Back" }).ClickAsync();
        await Expect(inbox.Rows).ToBeVisibleAsync();
        await Expect(inbox.Detail).ToBeHiddenAsync();
        await inbox.Page.GetByRole(AriaRole.Button, new() { Name = "Menu" }).ClickAsync();
        await inbox.Page.GetByRole(AriaRole.Link, new() { Name = "Requests 1" }).ClickAsync();
        await Expect(inbox.Page.Locator(".record")).ToHaveCountAsync(1);
    }
}
