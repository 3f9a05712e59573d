using SmsGateway.Testing;

namespace SmsGateway.Browser.Tests.Support;

/// <summary>A shop's day: what the screenshots and the checks of every view show.</summary>
internal sealed class Demo
{
    private readonly ManualTimeProvider _clock = new(new DateTimeOffset(2030, 5, 14, 9, 41, 7, TimeSpan.Zero));

    public void Configure(SmsEmulatorOptions options) => options.Time = _clock;

    public async Task<CapturedMessage> PlayAsync(InboxPage page)
    {
        var (inbox, sender) = (page.Inbox, page.Sender);
        page.Emulator.CreateInbox("checkout");
        var code = await sender.SendAsync(Gateway.SpeedSms, "84900000100", "Your code is 482910. It is good for five minutes.");
        await inbox.ReportAsync(code, DeliveryState.Delivered, cancellationToken: Sender.Token);
        _clock.Advance(TimeSpan.FromSeconds(64));
        await sender.SendAsync(Gateway.SpeedMarket, "11900000100", "Seu pedido 815 está a caminho.");
        _clock.Advance(TimeSpan.FromSeconds(31));
        var failed = await sender.SendAsync(Gateway.KeyRef, "46700000100", "Your parcel waits at Storgatan 4 until Friday.");
        await inbox.ReportAsync(failed, DeliveryState.Expired, cancellationToken: Sender.Token);
        _clock.Advance(TimeSpan.FromSeconds(95));
        await sender.SendAsync(Gateway.SmsClub, "380500000100", "Ваше замовлення 815 готове.");
        _clock.Advance(TimeSpan.FromSeconds(12));
        inbox.Faults.On(Gateway.SmsApi).Next(Fault.CloseFin().AndAccept());
        await sender.SendAsync(Gateway.SmsApi, "447700900456", "Payment of 120.00 was received. Thank you!", reference: "order00004814");
        _clock.Advance(TimeSpan.FromSeconds(40));
        var first = await sender.SendAsync(Gateway.SmsApi, "48500111222", "Your order 815 is confirmed.", reference: "order00004815a");
        await inbox.ReportAsync(first, DeliveryState.Delivered, cancellationToken: Sender.Token);
        _clock.Advance(TimeSpan.FromSeconds(23));
        await inbox.ReplyAsync("48500111222", "When will it come?", cancellationToken: Sender.Token);
        _clock.Advance(TimeSpan.FromSeconds(49));
        var second = await sender.SendAsync(
            Gateway.SmsApi, "48500111222", "Zażółć gęślą jaźń! Twoje zamówienie 815 jest już w drodze. Kurier przyjedzie dziś między 14 a 16.", reference: "order00004815");
        _clock.Advance(TimeSpan.FromSeconds(9));
        await inbox.ReportAsync(second, DeliveryState.Delivered, cancellationToken: Sender.Token);
        _clock.Advance(TimeSpan.FromSeconds(71));
        await inbox.ReplyAsync("48500111222", "STOP", cancellationToken: Sender.Token);
        return second;
    }
}
