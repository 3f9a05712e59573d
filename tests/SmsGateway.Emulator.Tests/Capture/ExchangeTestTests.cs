using SmsGateway.Emulator.Tests.Support;

namespace SmsGateway.Emulator.Tests.Capture;

/// <summary>An exchange as a test: Fixtures/ExportedTest.cs is one, compiled and run with the others.</summary>
public sealed class ExchangeTestTests
{
    [Fact]
    public async Task ToTest_IsTheTestAmongTheFixtures()
    {
        await using var emulator = await Emulators.StartAsync();
        using var caller = new Caller(emulator);
        using var response = await caller.SendAsync(Gateway.SmsClub, "380500000100", "Ваше замовлення \\\"815\\\" готове.\\nДякуємо!");

        Assert.Equal(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Fixtures", "ExportedTest.cs"), Caller.Token), emulator.Exchanges[0].ToTest());
    }

    [Theory]
    [MemberData(nameof(GatewayNames.All), MemberType = typeof(GatewayNames))]
    public async Task MaskedRequest_WhereAnyCredentialsAreTaken_IsAnsweredAsItWas(Gateway gateway)
    {
        await using var emulator = await Emulators.StartAsync();
        await using var other = await Emulators.StartAsync(options => options.AcceptAnyCredentials = true);
        using var caller = new Caller(emulator);
        using var response = await caller.SendAsync(gateway);
        var exchange = emulator.Exchanges[0];

        using var request = new HttpRequestMessage(new HttpMethod(exchange.Method), new Uri(other.Url, exchange.Path + exchange.Query));
        request.Content = new StringContent(exchange.RequestText, System.Net.Http.Headers.MediaTypeHeaderValue.Parse(exchange.Header("Content-Type")!));
        if (exchange.Header("Authorization") is { } authorization)
        {
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        }

        using var again = await caller.SendAsync(request);

        Assert.Equal((200, 1), ((int)again.StatusCode, other.Messages.Count));
        Assert.Equal((exchange.Status, exchange.Messages), ((int)again.StatusCode, other.Messages.Count));
    }

    [Fact]
    public async Task ToTest_OfAFault_NamesIt()
    {
        await using var emulator = await Emulators.StartAsync();
        using var caller = new Caller(emulator);
        caller.Inbox.Faults.On().Next(Fault.Status(502));
        using var response = await caller.SendAsync(Gateway.KeyRef);

        Assert.Contains("// It met a fault, which emulator.Faults can arm: Status 502, not kept.", emulator.Exchanges[0].ToTest(), StringComparison.Ordinal);
        Assert.Contains("Assert.Equal(502, (int)response.StatusCode);", emulator.Exchanges[0].ToTest(), StringComparison.Ordinal);
        Assert.Contains("Assert.Empty(emulator.Messages);", emulator.Exchanges[0].ToTest(), StringComparison.Ordinal);
    }
}
