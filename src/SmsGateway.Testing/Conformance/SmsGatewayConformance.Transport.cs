using System.Net;
using System.Net.Sockets;

namespace SmsGateway.Testing;

public abstract partial class SmsGatewayConformance
{
    private async Task Send_ConnectionLostBehindTheRequest_IsUnknownAndNotRepeatedBlindly(CancellationToken stop)
    {
        foreach (var (reply, what) in ((ServerReply, string)[])[(ServerReply.Close(), "a closed connection"), (ServerReply.Reset(), "a reset connection"), (ServerReply.CutOff("{\"li"), "half a reply")])
        {
            var server = new ReplyServer(reply);
            await using var serving = server.ConfigureAwait(false);
            var run = Start(server);
            await using var running = run.ConfigureAwait(false);

            var result = await run.SendAsync(Message(), stop).ConfigureAwait(false);

            Expect.Outcome(SmsOutcome.Unknown, result, what);
            Expect.That(!result.IsSafeToResend, $"After {what} the message is not safe to resend.");
            ExpectNoBlindRepeat(run, server);
        }
    }

    private async Task Send_ConnectionRefused_IsNotSent(CancellationToken stop)
    {
        // A port that is bound and not listened at: nobody else can take it meanwhile.
        using var bound = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        bound.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        var run = Start(new UriBuilder("http", "127.0.0.1", ((IPEndPoint)bound.LocalEndPoint!).Port).Uri);
        await using var running = run.ConfigureAwait(false);

        var result = await run.SendAsync(Message(), stop).ConfigureAwait(false);

        Expect.Outcome(SmsOutcome.NotSent, result, "a refused connection");
        Expect.Equal(SmsErrorKind.ConnectionFailed, result.Error!.Kind, "The error");
        Expect.That(result.IsSafeToResend, "A message that never left is safe to resend.");
    }

    private async Task Send_NoAnswer_IsUnknownWhenTheTimeIsUp(CancellationToken stop)
    {
        var clock = new ManualTimeProvider(TimeProvider.System.GetUtcNow());
        var server = new ReplyServer(ServerReply.Hang());
        await using var serving = server.ConfigureAwait(false);
        var run = Start(server, options => options.Resilience.MaxAttempts = 1, clock);
        await using var running = run.ConfigureAwait(false);

        var sending = run.SendAsync(Message(), stop);
        await server.WaitForRequestsAsync(1, stop).ConfigureAwait(false);
        clock.Advance(TimeSpan.FromMinutes(10));
        var result = await sending.ConfigureAwait(false);

        Expect.Outcome(SmsOutcome.Unknown, result, "silence");
        Expect.Equal(SmsErrorKind.Timeout, result.Error!.Kind, "The error");
    }

    private async Task Send_CancelledBefore_SendsNothing(CancellationToken stop)
    {
        var server = Serve();
        await using var serving = server.ConfigureAwait(false);
        var run = Start(server);
        await using var running = run.ConfigureAwait(false);

        var thrown = await CancelledAsync(run.Client.SendAsync([Message()], new CancellationToken(canceled: true))).ConfigureAwait(false);

        stop.ThrowIfCancellationRequested();
        Expect.Outcome(SmsOutcome.NotSent, thrown.PartialResult[0], "a token that was cancelled before");
        Expect.Equal(0, server.Requests.Count, "Requests");
    }

    private async Task Send_CancelledUnderWay_IsUnknown(CancellationToken stop)
    {
        var server = new ReplyServer(ServerReply.Hang());
        await using var serving = server.ConfigureAwait(false);
        var run = Start(server);
        await using var running = run.ConfigureAwait(false);
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var sending = run.Client.SendAsync([Message()], cancel.Token);
        await server.WaitForRequestsAsync(1, stop).ConfigureAwait(false);
        await cancel.CancelAsync().ConfigureAwait(false);

        var thrown = await CancelledAsync(sending).ConfigureAwait(false);

        var result = thrown.PartialResult[0];
        Expect.Outcome(SmsOutcome.Unknown, result, "cancelling while the gateway had the request");
        Expect.That(result.Reference is not null, "The reference is the handle to find out what became of it.");
    }

    private static async Task<SmsSendCanceledException> CancelledAsync(Task<SmsBatchResult> sending)
    {
        try
        {
            var results = await sending.ConfigureAwait(false);
            throw new SmsAssertionException($"A cancelled send should throw {nameof(SmsSendCanceledException)}; it came to {results}");
        }
        catch (SmsSendCanceledException exception)
        {
            return exception;
        }
    }
}
