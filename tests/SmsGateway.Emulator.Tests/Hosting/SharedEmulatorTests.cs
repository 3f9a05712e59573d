using SmsGateway.Emulator.Tests.Support;

namespace SmsGateway.Emulator.Tests.Hosting;

/// <summary>Tests that share an emulator and not their messages, as docs/testing.md has them.</summary>
public sealed class SharedEmulatorTests(SharedEmulator shared) : IClassFixture<SharedEmulator>
{
    [Theory]
    [InlineData("one")]
    [InlineData("other")]
    public async Task Inbox_OfATest_HoldsItsMessagesOnly(string text)
    {
        var inbox = shared.Emulator.CreateInbox();
        using var caller = new Caller(shared.Emulator, inbox);

        using var response = await caller.SendAsync(Gateway.SmsClub, text: text);

        Assert.Equal(text, Assert.Single(inbox.Messages).Text);
    }
}
