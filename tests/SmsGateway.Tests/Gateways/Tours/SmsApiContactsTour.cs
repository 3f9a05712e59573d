using SmsGateway.SmsApi;
using SmsGateway.Tests.Support;

namespace SmsGateway.Tests.Gateways.Tours;

/// <summary>SMSAPI's contacts: people, groups that a send addresses by name, fields that a text names.</summary>
internal static class SmsApiContactsTour
{
    public static async Task RunAsync(ISmsApiContacts contacts, Harness harness, CancellationToken stop)
    {
        var groups = contacts.Groups;
        var field = await FieldAsync(contacts.Fields, stop);
        var ann = await contacts.CreateAsync(
            new SmsApiContactFields { PhoneNumber = SmsApiTour.Ann, FirstName = "Işıl", Birthday = new DateOnly(1970, 1, 31), CustomFields = new Dictionary<string, string> { [field] = "38,5" } }, stop);
        var bob = await contacts.CreateAsync(new SmsApiContactFields { PhoneNumber = SmsApiTour.Bob, FirstName = "Bob", Gender = "male" }, stop);
        var friends = await groups.CreateAsync("friends", "d", "x1", cancellationToken: stop);
        var others = await groups.CreateAsync("others", cancellationToken: stop);

        await PeopleAsync(contacts, ann, bob, stop);
        await MembersAsync(contacts, friends.Id, others.Id, ann, bob, stop);
        await PermissionsAsync(groups, friends.Id, stop);
        await SendAsync(harness, field);

        Assert.Equal(("friends", 2), ((await groups.GetAsync(friends.Id, stop)).Name, (await groups.GetAsync(friends.Id, stop)).ContactsCount));
        Assert.Equal(("d", "x2", 30), await groups.UpdateAsync(friends.Id, idx: "x2", contactExpireAfter: 30, cancellationToken: stop) is var changed ? (changed.Description, changed.Idx, changed.ContactExpireAfter) : default);
        await groups.DeleteAsync(others.Id, cancellationToken: stop);
        Assert.Equal(["friends"], (await groups.ListAsync(stop)).Select(group => group.Name));
        await groups.DeleteAllAsync(stop);
        await TrashAsync(contacts, ann.Id, stop);
    }

    private static async Task<string> FieldAsync(ISmsApiContactFields fields, CancellationToken stop)
    {
        var made = await fields.CreateAsync("Size", "text", stop);
        Assert.Equal("ISize", (await fields.RenameAsync(made.Id, "ISize", stop)).Name);
        Assert.Equal("text", Assert.Single(await fields.ListAsync(stop)).Type);
        Assert.Empty(await fields.GetOptionsAsync(made.Id, stop));
        await fields.DeleteAsync((await fields.CreateAsync("gone", cancellationToken: stop)).Id, stop);
        return "ISize";
    }

    private static async Task PeopleAsync(ISmsApiContacts contacts, SmsApiContact ann, SmsApiContact bob, CancellationToken stop)
    {
        var updated = await contacts.UpdateAsync(ann.Id, new SmsApiContactFields { City = "Łódź" }, stop);
        var born = await contacts.ListAsync(new SmsApiContactFilter { Birthdays = ["between(1970-01-01, 1970-12-31)"], OrderBy = "first_name", Limit = 10 }, stop);

        Assert.Equal(("Işıl", "Łódź", "1970-01-31", "undefined"), (updated.FirstName, updated.City, updated.Birthday, updated.Gender));
        Assert.InRange(DateTimeOffset.UtcNow - updated.CreatedAt!.Value, TimeSpan.Zero, TimeSpan.FromMinutes(5));
        Assert.Equal(SmsApiTour.Ann, (await contacts.GetAsync(ann.Id, stop)).PhoneNumber);
        Assert.Equal(ann.Id, Assert.Single(born.Items).Id);
        Assert.Equal((2, bob.Id), await contacts.ListAsync(new SmsApiContactFilter { Offset = 1, Limit = 1 }, stop) is var page ? (page.Size, page.Items[0].Id) : default);
        Assert.Equal(bob.Id, Assert.Single((await contacts.ListAsync(new SmsApiContactFilter { Query = "BOB", PhoneNumbers = [SmsApiTour.Ann, SmsApiTour.Bob], Gender = "male" }, stop)).Items).Id);
    }

    private static async Task MembersAsync(ISmsApiContacts contacts, string friends, string others, SmsApiContact ann, SmsApiContact bob, CancellationToken stop)
    {
        var groups = contacts.Groups;
        Assert.Equal(others, Assert.Single((await groups.AddMemberAsync(others, ann.Id, stop)).Groups).Id);
        Assert.Equal(ann.Id, (await groups.GetMemberAsync(others, ann.Id, stop)).Id);
        await groups.MoveMembersAsync(friends, new SmsApiContactFilter { GroupIds = [others] }, stop);
        Assert.Equal("friends", Assert.Single(await contacts.GetGroupsAsync(ann.Id, stop)).Name);
        await groups.AddMembersAsync(friends, new SmsApiContactFilter { FirstNames = ["Bob"] }, stop);
        await groups.AddMembersAsync(others, new SmsApiContactFilter(), stop);
        await groups.RemoveMembersAsync(others, new SmsApiContactFilter { FirstNames = ["Işıl"] }, stop);
        Assert.Equal(["friends", "others"], (await contacts.GetAsync(bob.Id, stop)).Groups.Select(group => group.Name));
        await groups.RemoveMemberAsync(others, bob.Id, stop);
        Assert.Equal(0, (await groups.GetAsync(others, stop)).ContactsCount);
    }

    private static async Task PermissionsAsync(ISmsApiContactGroups groups, string id, CancellationToken stop)
    {
        var permission = new SmsApiGroupAccess("istanbul", Read: true, Write: false, Send: true);
        Assert.Equal(permission, await groups.SetPermissionAsync(id, permission, stop));
        Assert.Equal(permission, await groups.GetPermissionAsync(id, "istanbul", stop));
        Assert.Equal(["example", "istanbul"], (await groups.ListPermissionsAsync(id, stop)).Select(item => item.Username));
        await groups.DeletePermissionAsync(id, "istanbul", stop);
    }

    private static async Task SendAsync(Harness harness, string field)
    {
        var client = (ISmsApiClient)harness.Client.GetService(typeof(ISmsApiClient))!;
        await client.Sms.SendAsync(new SmsApiSend { Groups = ["friends"], Message = $"[%contact.first_name%] [%contact.{field}%]" }, TestContext.Current.CancellationToken);
        Assert.Equal(["Işıl 38,5", "Bob "], harness.Inbox.Messages.TakeLast(2).Select(message => message.Text));
    }

    private static async Task TrashAsync(ISmsApiContacts contacts, string id, CancellationToken stop)
    {
        await contacts.DeleteAsync(id, stop);
        Assert.Equal(1, (await contacts.ListAsync(cancellationToken: stop)).Size);
        await contacts.RestoreTrashAsync(stop);
        Assert.Equal(2, (await contacts.ListAsync(cancellationToken: stop)).Size);
        await contacts.DeleteAllAsync(stop);
        await contacts.CleanTrashAsync(stop);
        await contacts.RestoreTrashAsync(stop);
        Assert.Empty((await contacts.ListAsync(cancellationToken: stop)).Items);
    }
}
