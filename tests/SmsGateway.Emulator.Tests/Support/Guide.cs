namespace SmsGateway.Emulator.Tests.Support;

/// <summary>The code of docs/emulator.md, line by line: what it shows compiles and runs.</summary>
internal static class Guide
{
    public static async Task<SmsInbox> TestAsync(Func<Uri, string, Task> sendAsync)
    {
        await using var emulator = await SmsEmulator.StartAsync();
        var inbox = emulator.CreateInbox(); // credentials of its own: tests run side by side
        var mark = inbox.Messages.Mark();

        // the application sends; these two go into its options
        await sendAsync(emulator.BaseAddress(Gateway.SmsApi), inbox.Credentials.SmsApiAccessToken);

        var message = await inbox.WaitForMessageAsync(to: "+48500111222", since: mark);
        await inbox.ReportAsync(message, DeliveryState.Delivered);
        await inbox.ReplyAsync("+48500111222", "STOP");
        return inbox;
    }

    public static void Arm(SmsEmulator emulator, SmsInbox inbox)
    {
        inbox.Faults.On(Gateway.SpeedSms).Next(Fault.CloseFin().AndAccept()); // stored, answer lost
        inbox.Faults.On(to: "+48500111222").Next(Fault.RateLimited(TimeSpan.FromSeconds(2)), 3); // three times 429
        emulator.Faults.On(operation: Operation.Balance).Every(2, Fault.Hang()); // every second one, in all inboxes
    }
}
