using SmsGateway.Emulator;
using SmsGateway.SmsApi;
using SmsGateway.Tests.Support;

namespace SmsGateway.Tests.Gateways.Tours;

/// <summary>SMSAPI's REST interface but for the contacts: account, names, texts, sub-users, numbers that get nothing, links, pushes, RCS.</summary>
internal static class SmsApiRestTour
{
    private static readonly Uri Target = new("http://127.0.0.1:9/reports");

    public static async Task RunAsync(ISmsApiRest rest, Harness harness, CancellationToken stop)
    {
        await AccountAsync(rest, harness, stop);
        await NamesAndTextsAsync(rest, stop);
        await SubusersAsync(rest.Subusers, stop);
        await RefusersAsync(rest, harness, stop);
        await LinksAsync(rest.Links, harness, stop);
        await CallbacksAsync(rest.Callbacks, stop);
        await RcsAsync(rest.Rcs, harness, stop);
        await SmsApiContactsTour.RunAsync(rest.Contacts, harness, stop);
    }

    private static async Task AccountAsync(ISmsApiRest rest, Harness harness, CancellationToken stop)
    {
        harness.Inbox.SetBalance(Gateway.SmsApi, 42.5m);
        var code = await rest.Mfa.CreateAsync(new SmsApiMfaRequest(SmsApiTour.Ann), stop);
        var now = harness.Inbox.Messages[^1].AcceptedAt;

        Assert.Equal(SmsApiMfaResult.Verified, await rest.Mfa.VerifyAsync(SmsApiTour.Ann, code.Code!, stop));
        Assert.True((await rest.PingAsync(stop)).Authorized);
        Assert.Equal(("example", 42.5m - (1.5m * 0.165m)), await rest.GetProfileAsync(stop) is var profile ? (profile.Username, profile.Points) : default);
        Assert.Contains(await rest.GetPricesAsync(SmsApiPriceType.Eco, stop), price => price is { Amount: 0.021m, Currency: "EUR", Mcc: 260 });
        Assert.Equal(("PL", "Poland"), (await rest.GetCountryVolumesAsync(now.Year, now.Month, stop)).Select(volume => (volume.CountryCode, volume.CountryName)).Single());
        Assert.Empty(await rest.GetCountryVolumesAsync(1999, 1, stop));
    }

    private static async Task NamesAndTextsAsync(ISmsApiRest rest, CancellationToken stop)
    {
        var created = await rest.Sendernames.CreateAsync("I Bakery", stop);
        await rest.Sendernames.MakeDefaultAsync("I Bakery", stop);
        Assert.Equal((true, 2024), (created.IsActive, created.CreatedAt!.Value.Year));
        Assert.True((await rest.Sendernames.GetAsync("I Bakery", stop)).IsDefault);
        await rest.Sendernames.DeleteAsync("I Bakery", stop);
        Assert.DoesNotContain(await rest.Sendernames.ListAsync(stop), sender => sender.Name == "I Bakery");
        Assert.Equal("sendername_usage_rights", (await rest.Sendernames.GetStatementAsync(stop)).Sections[0].Statements[0].Key);

        var text = await rest.Templates.CreateAsync("i", "Hi [%1%]", normalize: true, stop);
        Assert.Equal("Bye [%1%]", (await rest.Templates.UpdateAsync(text.Id!, "i", "Bye [%1%]", cancellationToken: stop)).Text);
        Assert.Equal("Bye [%1%]", (await rest.Templates.GetAsync(text.Id!, stop)).Text);
        Assert.Equal("i", Assert.Single(await rest.Templates.ListAvailableAsync(stop)).Name);
        await rest.Templates.DeleteAsync(text.Id!, stop);
        Assert.Empty(await rest.Templates.ListAsync(stop));
    }

    private static async Task SubusersAsync(ISmsApiSubusers subusers, CancellationToken stop)
    {
        var id = (await subusers.CreateAsync(new SmsApiNewSubuser("izmir", "p4ssword") { Active = true, PointsFromAccount = 1.5m }, stop)).Id;
        var changed = await subusers.UpdateAsync(id, new SmsApiSubuserChange(Active: false) { Description = "d", PointsPerMonth = 2.25m }, stop);

        Assert.Equal(("izmir", false, "d", 1.5m, 2.25m), (changed.Username, changed.Active, changed.Description, changed.PointsFromAccount, changed.PointsPerMonth));
        Assert.Equal(changed, await subusers.GetAsync(id, stop));
        Assert.Equal(id, Assert.Single(await subusers.ListAsync("izm", stop)).Id);
        await subusers.SetSendernamesAsync(id, new SmsApiShare("selected", ["Test"]), stop);
        await subusers.SetTemplatesAsync(id, new SmsApiShare("all", []), stop);
        Assert.Equal(["Test"], (await subusers.GetSendernamesAsync(id, stop)).Names);
        Assert.Equal("all", (await subusers.GetTemplatesAsync(id, stop)).Access);
        await subusers.DeleteAsync(id, stop);
    }

    private static async Task RefusersAsync(ISmsApiRest rest, Harness harness, CancellationToken stop)
    {
        var blocked = await rest.Blacklist.AddAsync(SmsApiTour.Ann, new DateOnly(2060, 1, 31), stop);
        await rest.Blacklist.ImportAsync(["48500111003", "48500111004"], stop);
        var page = await rest.Blacklist.ListAsync("4850", offset: 1, limit: 1, stop);
        Assert.Equal((31, SmsApiTour.Ann), (blocked.ExpireAt!.Value.Day, blocked.PhoneNumber));
        Assert.Equal((3, "48500111003"), (page.Size, Assert.Single(page.Items).PhoneNumber));
        await rest.Blacklist.DeleteAsync(blocked.Id, stop);
        await rest.Blacklist.DeleteAllAsync("48500111003", stop);
        Assert.Equal(1, (await rest.Blacklist.ListAsync(cancellationToken: stop)).Size);
        await rest.Blacklist.DeleteAllAsync(null, stop);

        harness.Inbox.SmsApi = harness.Inbox.SmsApi with { OptedOut = [SmsApiTour.Ann, SmsApiTour.Bob] };
        var gone = Assert.Single((await rest.OptOuts.ListAsync(SmsApiTour.Ann, cancellationToken: stop)).Items);
        Assert.Equal((SmsApiTour.Ann, TimeSpan.Zero), (gone.PhoneNumber, gone.Date!.Value.Offset));
        await rest.OptOuts.DeleteAsync(gone.Id, stop);
        Assert.Equal(1, (await rest.OptOuts.ListAsync(cancellationToken: stop)).Size);
        Assert.Equal("İ & ı", (await rest.OptOuts.UpdateSettingsAsync(new SmsApiOptOutSettings("İ & ı"), stop)).Brand);
        Assert.Equal("İ & ı", (await rest.OptOuts.GetSettingsAsync(stop)).Brand);
        harness.Inbox.SmsApi = harness.Inbox.SmsApi with { OptedOut = [] };
    }

    private static async Task LinksAsync(ISmsApiLinks links, Harness harness, CancellationToken stop)
    {
        var created = await links.CreateAsync(new SmsApiNewLink(new Uri("https://shop.example/?a=1&b=2")) { Name = "sale", Description = "d", ExpireAfter = TimeSpan.FromDays(7) }, stop);
        await harness.SendAsync(new SmsMessage($"+{SmsApiTour.Ann}", $"See {created.ShortUrl}!"));
        await harness.Inbox.SmsApiCallbacks.LinkOpenedAsync([harness.Inbox.Messages[^1], harness.Inbox.Messages[^1]], stop);
        var read = await links.GetAsync(created.Id, stop);
        var day = DateOnly.FromDateTime(harness.Inbox.Messages[^1].AcceptedAt.UtcDateTime);
        var filter = new SmsApiClickFilter { From = day, To = day.AddDays(1), LinkIds = [created.Id] };

        Assert.Equal(("sale", "https://shop.example/?a=1&b=2", "d"), (read.Name, read.Url, read.Description));
        Assert.Equal((2, 1), (read.Hits, read.UniqueHits));
        Assert.InRange((read.Expire!.Value - DateTimeOffset.UtcNow).TotalDays, 6.9, 7);
        Assert.Equal([SmsApiTour.Ann, SmsApiTour.Ann], (await links.GetClicksAsync(filter, stop)).Select(click => click.PhoneNumber));
        Assert.Empty(await links.GetClicksAsync(filter with { LinkIds = ["0"] }, stop));
        Assert.Contains("/short_url/clicks_reports/", (await links.CreateClicksReportAsync(filter, stop)).AbsoluteUri, StringComparison.Ordinal);
        Assert.Equal("https://shop.example/2", (await links.UpdateAsync(created.Id, new SmsApiNewLink(new Uri("https://shop.example/2")), stop)).Url);
        Assert.Single(await links.ListAsync(stop));
        await links.DeleteAsync(created.Id, stop);
    }

    private static async Task CallbacksAsync(ISmsApiCallbacks callbacks, CancellationToken stop)
    {
        var id = (await callbacks.CreateAsync(new SmsApiNewCallback("sms_mo", Target) { ReceiverType = "number", ReceiverNumber = "123123123" }, stop)).Id;
        await callbacks.DeactivateAsync(id, stop);
        Assert.False((await callbacks.GetAsync(id, stop)).Active);
        await callbacks.ActivateAsync(id, stop);
        Assert.Equal(2, (await callbacks.UpdateAsync(id, Target, apiVersion: 2, stop)).ApiVersion);
        var read = Assert.Single(await callbacks.ListAsync(stop));
        Assert.Equal(("sms_mo", "number", "123123123", Target.AbsoluteUri, true), (read.Type, read.ReceiverType, read.ReceiverNumber, read.Url, read.Active));
        Assert.Equal((true, 200, "OK"), (await callbacks.TestAsync(id, stop)) is var test ? (test.Passed, test.HttpStatus, test.HttpBody) : default);
        await callbacks.DeleteAsync(id, stop);
    }

    private static async Task RcsAsync(ISmsApiRcs rcs, Harness harness, CancellationToken stop)
    {
        var sender = Assert.Single(await rcs.ListSendersAsync(stop));
        var id = await rcs.SendAsync(new SmsApiRcsMessage(SmsApiTour.Bob, sender.Id) { Text = "hello" }, stop);
        await harness.Inbox.ReportAsync(harness.Inbox.Messages[^1], DeliveryState.Delivered, cancellationToken: stop);
        var state = Assert.Single(await rcs.ListMessagesAsync(stop));

        Assert.Equal((id, SmsApiTour.Bob, sender.Id, null), (state.Id, state.Recipient, state.SenderId, state.ReadAt));
        Assert.InRange(state.DeliveredAt!.Value, state.SentAt!.Value, state.SentAt.Value.AddMinutes(5));
        Assert.Equal((Channel.Rcs, "hello"), (harness.Inbox.Messages[^1].Channel, harness.Inbox.Messages[^1].Text));
    }
}
