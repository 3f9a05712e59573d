using System.Net.Http.Headers;
using SmsGateway.Emulator;
using Xunit;

public sealed class ExportedTest
{
    [Fact]
    public async Task SmsClub_Send_IsAnsweredAsItWas()
    {
        await using var emulator = await SmsEmulator.StartAsync(options => options.AcceptAnyCredentials = true);
        using var http = new HttpClient { BaseAddress = emulator.Url };
        using var request = new HttpRequestMessage(new HttpMethod("POST"), "sms/send");
        request.Content = new StringContent("{\"phone\":[\"380500000100\"],\"message\":\"Ваше замовлення \\\"815\\\" готове.\\nДякуємо!\",\"src_addr\":\"Alpha\"}", MediaTypeHeaderValue.Parse("application/json; charset=utf-8"));
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer ***");

        using var response = await http.SendAsync(request);

        Assert.Equal(200, (int)response.StatusCode);
        Assert.Single(emulator.Messages);
    }
}
