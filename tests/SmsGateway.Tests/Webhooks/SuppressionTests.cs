using Microsoft.Extensions.DependencyInjection;
using SmsGateway.Suppression;
using SmsGateway.Tests.Support;

namespace SmsGateway.Tests.Webhooks;

/// <summary>Who does not want messages, and how that is told.</summary>
public sealed class SuppressionTests(EmulatorFixture fixture)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("STOP", SmsOptOutRequest.OptOut)]
    [InlineData("  stop!! ", SmsOptOutRequest.OptOut)]
    [InlineData("Stop all", SmsOptOutRequest.OptOut)]
    [InlineData("Rezygnuję", SmsOptOutRequest.OptOut)]
    [InlineData("usun mnie", SmsOptOutRequest.OptOut)]
    [InlineData("não quero", SmsOptOutRequest.OptOut)]
    [InlineData("Sair.", SmsOptOutRequest.OptOut)]
    [InlineData("Hủy đăng ký", SmsOptOutRequest.OptOut)]
    [InlineData("huy dang ky", SmsOptOutRequest.OptOut)]
    [InlineData("стоп", SmsOptOutRequest.OptOut)]
    [InlineData("avanmäl", SmsOptOutRequest.OptOut)]
    [InlineData("START", SmsOptOutRequest.OptIn)]
    [InlineData("подписка", SmsOptOutRequest.None)]
    [InlineData("please do not stop", SmsOptOutRequest.None)]
    [InlineData("stop it now", SmsOptOutRequest.None)]
    [InlineData("", SmsOptOutRequest.None)]
    [InlineData("\uD83D", SmsOptOutRequest.None)]
    public void Keywords_WholeMessage_IsRead(string text, SmsOptOutRequest expected) => Assert.Equal(expected, SmsOptOutKeywords.Create().Find(text));

    [Fact]
    public void Keywords_OfOneLanguage_LeaveOthersAloneButEnglish()
    {
        var polish = SmsOptOutKeywords.Create("pl");

        Assert.Equal(
            [SmsOptOutRequest.OptOut, SmsOptOutRequest.OptOut, SmsOptOutRequest.None], new[] { "wypisz", "stop", "sair" }.Select(polish.Find));
        Assert.Equal(SmsOptOutRequest.OptOut, polish.With(SmsOptOutRequest.OptOut, "basta").Find("Basta!"));
        Assert.Equal(SmsOptOutRequest.None, polish.With(SmsOptOutRequest.None, "koniec").Find("koniec"));
        Assert.Throws<ArgumentException>(() => SmsOptOutKeywords.Create("xx"));
    }

    [Fact]
    public async Task Bulk_SomeSuppressed_SendsTheOthersInPlace()
    {
        await using var harness = Start(out var store);
        var numbers = Enumerable.Range(1, 5).Select(GatewayUnderTest.Of("SmsApi").Number).ToList();
        await store.AddAsync(new SmsSuppression(PhoneNumber.Parse(numbers[1]), null, DateTimeOffset.UtcNow), Stop);
        await store.AddAsync(new SmsSuppression(PhoneNumber.Parse(numbers[3]), null, DateTimeOffset.UtcNow), Stop);

        var results = await harness.Client.SendAsync(SmsMessage.ToMany(numbers, "hello"), Stop);

        Assert.Equal([true, false, true, false, true], results.Select(result => result.IsAccepted));
        Assert.Equal([0, 1, 2, 3, 4], results.Select(result => result.Index));
        Assert.Equal(3, harness.Inbox.Messages.Count);
        Assert.Equal(SmsErrorScope.Recipient, results[1].Error!.Scope);
    }

    [Theory]
    [InlineData("Shop", "Shop", false)]
    [InlineData("Shop", "Bank", true)]
    [InlineData("Shop", null, false)]
    [InlineData(null, "Bank", false)]
    public async Task Entry_IsForRecipientAndSender(string? entry, string? sender, bool isSent)
    {
        var store = new MemorySuppressionStore();
        var number = PhoneNumber.Parse("+48500100300");
        await store.AddAsync(new SmsSuppression(number, entry, DateTimeOffset.UtcNow), Stop);

        Assert.Equal(isSent, await store.FindAsync(number, sender, Stop) is null);
        await store.RemoveAsync(number, entry, Stop);
        Assert.Null(await store.FindAsync(number, sender, Stop));
    }

    [Fact]
    public async Task NationalNumber_IsFoundOnTheList()
    {
        await using var harness = Start(out var store, options => options.DefaultCountryCode = "48");
        await store.AddAsync(new SmsSuppression(PhoneNumber.Parse("+48500110001"), null, DateTimeOffset.UtcNow), Stop);

        var result = await harness.Client.SendAsync("500 110 001", "hello", Stop);

        Assert.Equal(SmsErrorKind.RecipientBlocked, result.Error?.Kind);
        Assert.Empty(harness.Inbox.Messages);
    }

    [Fact]
    public async Task KeyedClient_DoesNotGoAroundTheList()
    {
        await using var harness = Start(out var store);
        var number = GatewayUnderTest.Of("SmsApi").Number(7);
        await store.AddAsync(new SmsSuppression(PhoneNumber.Parse(number), null, DateTimeOffset.UtcNow), Stop);

        Assert.Equal(SmsErrorKind.RecipientBlocked, (await harness.For("SmsApi").SendAsync(number, "hello", Stop)).Error?.Kind);
    }

    private Harness Start(out ISmsSuppressionStore store, Action<SmsAccountOptions>? options = null)
    {
        var harness = new Harness(fixture, (builder, harness) => harness.Add(builder.UseSuppressionList(), "SmsApi", "SmsApi", options));
        store = harness.Services.GetRequiredService<ISmsSuppressionStore>();
        return harness;
    }
}
