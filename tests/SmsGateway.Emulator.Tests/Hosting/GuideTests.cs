using System.Text;
using SmsGateway.Emulator.Tests.Support;

namespace SmsGateway.Emulator.Tests.Hosting;

/// <summary>What docs/emulator.md shows does what it says.</summary>
public sealed class GuideTests
{
    [Fact]
    public async Task Test_OfTheGuide_Runs()
    {
        using var http = new HttpClient();
        var inbox = await Guide.TestAsync(async (address, token) =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address, "sms.do"))
            {
                Content = new StringContent("format=json&to=48500111222&message=hello", Encoding.UTF8, "application/x-www-form-urlencoded"),
                Headers = { Authorization = Caller.Bearer(token) },
            };
            using var response = await http.SendAsync(request, Caller.Token);
        });

        Assert.Equal(DeliveryState.Delivered, Assert.Single(inbox.Messages).State);
        Assert.Equal("STOP", Assert.Single(inbox.Replies).Text);
    }

    [Fact]
    public async Task Faults_OfTheGuide_AreArmed()
    {
        await using var emulator = await Emulators.StartAsync();
        Guide.Arm(emulator, emulator.Default);

        Assert.Equal(4, emulator.Default.Faults.Remaining);
        Assert.Single(emulator.Faults.Rules);
    }
}
