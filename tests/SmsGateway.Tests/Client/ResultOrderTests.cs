using FsCheck.Fluent;
using Microsoft.Extensions.DependencyInjection;
using SmsGateway.Tests.Support;

namespace SmsGateway.Tests.Client;

/// <summary>The law of a call: one result per message, in order, about that message - whatever was grouped, split, refused or routed.</summary>
public sealed class ResultOrderTests(EmulatorFixture fixture)
{
    [Fact]
    public async Task Send_AnyMixThroughFiveAccounts_AnswersEachInItsPlace()
    {
        await using var harness = new Harness(fixture, (builder, harness) =>
        {
            foreach (var gateway in GatewayUnderTest.All)
            {
                harness.Add(builder, gateway.Name, gateway.Name);
            }

            builder.AddRouting(routes =>
            {
                foreach (var gateway in GatewayUnderTest.All)
                {
                    routes.Prefix(gateway.Prefix, gateway.Name);
                }

                routes.Otherwise("SmsApi");
            });
        });
        var mixes = Gen.Choose(0, 99_999).ArrayOf(60).Sample(15);

        foreach (var mix in mixes)
        {
            var messages = mix.Select((seed, i) => Message(seed, i)).ToArray();

            var results = await harness.Client.SendAsync(messages, TestContext.Current.CancellationToken);

            Assert.Equal(messages.Length, results.Count);
            for (var i = 0; i < messages.Length; i++)
            {
                Assert.Equal(i, results[i].Index);
                Assert.Equal(messages[i].To, results[i].To);
                Assert.Equal(messages[i].Reference, results[i].Reference);
                Assert.Equal(mix[i] % 7 != 0, results[i].IsAccepted);
            }
        }
    }

    private static SmsMessage Message(int seed, int i)
    {
        var gateway = GatewayUnderTest.All[seed % 5];
        var number = seed % 7 == 0 ? "no number" : gateway.Number(seed % 30_000);
        return new SmsMessage(number, $"text {seed % 4}") { Reference = $"reference{seed:D5}x{i:D2}" };
    }
}
