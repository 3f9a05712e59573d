using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;
using SmsGateway.Emulator;
using SmsGateway.Tests.Support;

namespace SmsGateway.Tests.Reliability
{
    /// <summary>A retry handler that the application registered for all its clients: taken off ours, told once, kept where it is asked for.</summary>
    public sealed class ForeignRetryTests(EmulatorFixture fixture)
    {
        private const int HandlerRemoved = 10;

        [Theory]
        [MemberData(nameof(GatewayUnderTest.Names), MemberType = typeof(GatewayUnderTest))]
        public async Task Send_RetryHandlerOfAWellKnownKindForAllClients_IsTakenOffAndToldOnce(string gateway)
        {
            using var log = new LogSink();
            var passed = 0;
            await using var harness = Start(gateway, log, () => passed++, keep: false);
            harness.Inbox.Faults.On().Next(Fault.Html(500).AndAccept());

            var result = (await harness.SendAsync(new SmsMessage(GatewayUnderTest.Of(gateway).Number(1), "hello")))[0];
            await harness.SendAsync(new SmsMessage(GatewayUnderTest.Of(gateway).Number(2), "hello"));

            Assert.Equal((SmsOutcome.Unknown, SmsErrorKind.GatewayError, 0), (result.Outcome, result.Error?.Kind, passed));
            Assert.Equal(2, harness.Inbox.Exchanges.Count);
            Assert.Contains(nameof(PolicyHttpMessageHandler), Assert.Single(log.Of(HandlerRemoved)));
        }

        [Theory]
        [MemberData(nameof(GatewayUnderTest.Names), MemberType = typeof(GatewayUnderTest))]
        public async Task Send_RetryHandlerKeptByOption_StillReachesTheGatewayOnce(string gateway)
        {
            using var log = new LogSink();
            var passed = 0;
            await using var harness = Start(gateway, log, () => passed++, keep: true);
            harness.Inbox.Faults.On().Next(Fault.Reset().AndAccept());

            var result = (await harness.SendAsync(new SmsMessage(GatewayUnderTest.Of(gateway).Number(1), "hello")))[0];

            Assert.Equal((SmsOutcome.Unknown, SmsErrorKind.ConnectionLost), (result.Outcome, result.Error?.Kind));
            Assert.True(passed > 1, "The handler was to be kept.");
            Assert.Single(harness.Inbox.Exchanges);
            Assert.Empty(log.Of(HandlerRemoved));
        }

        private Harness Start(string gateway, LogSink log, Action pass, bool keep) => new(
            fixture,
            gateway,
            options =>
            {
                options.Resilience.MaxAttempts = 1;
                options.Resilience.KeepForeignRetryHandlers = keep;
            },
            services =>
            {
                log.AddTo(services);
                services.ConfigureHttpClientDefaults(client => client.AddHttpMessageHandler(() => new PolicyHttpMessageHandler(pass)));
            });
    }
}

namespace Microsoft.Extensions.Http
{
    /// <summary>Bears the name of the well-known one, and does as it does: four times whatever it is.</summary>
    internal sealed class PolicyHttpMessageHandler(Action pass) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            for (var attempt = 1; ; attempt++)
            {
                pass();
                try
                {
                    var response = await base.SendAsync(request, cancellationToken);
                    if (response.IsSuccessStatusCode || attempt == 4)
                    {
                        return response;
                    }
                }
                catch (Exception) when (attempt < 4)
                {
                }
            }
        }
    }
}
