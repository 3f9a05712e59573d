using System.Globalization;
using System.Text;

namespace SmsGateway.Testing;

public abstract partial class SmsGatewayConformance
{
    private const string Page = "<!DOCTYPE html><html><body><h1>Welcome 200 OK</h1></body></html>";

    private static readonly string[] Unreadable =
    [
        "", " \r\n ", "null", "true", "[]", "{}", "[{}]", "{\"", "{\"list\":[{\"id\":", "{\"list\":[]}", "{\"a\":1}{\"b\":2}", "[[[[[[[[", "OK", "\0\0\0\0", Page,
        new string('[', 5_000), "{\"id\":99999999999999999999999999999999999999}", "\uFEFF\uFEFF", "429", "-1",
    ];

    private async Task Send_UnreadableReply_IsNeverAcceptedAndNeverThrows(CancellationToken stop)
    {
        var server = Serve();
        await using var serving = server.ConfigureAwait(false);
        var run = Start(server, options => options.Resilience.MaxAttempts = 1);
        await using var running = run.ConfigureAwait(false);
        for (var i = 0; i < Unreadable.Length; i++)
        {
            foreach (var body in (byte[][])[Encoding.UTF8.GetBytes(Unreadable[i]), Encoding.Unicode.GetBytes(Unreadable[i]), [0xFF, 0xFE, (byte)i]])
            {
                server.Answer = (_, _) => Task.FromResult(ServerReply.Of(body, contentType: "application/json"));
                var result = await run.SendAsync(Message(i), stop).ConfigureAwait(false);
                Expect.That(
                    !result.IsAccepted,
                    string.Create(CultureInfo.InvariantCulture, $"The reply {Convert.ToHexString(body.AsSpan(0, Math.Min(body.Length, 40)))} with status 200 was taken for a yes: {result}"));
                Expect.That(result.Error?.Exception is null, $"A driver never throws for an answer, this one threw {result.Error?.Exception}");
            }
        }

        foreach (var body in (string[])["", Page, "\0\0\0\0"])
        {
            server.Answer = (_, _) => Task.FromResult(ServerReply.Of(body));
            Expect.Outcome(SmsOutcome.Unknown, await run.SendAsync(Message(), stop).ConfigureAwait(false), "an empty or foreign reply with status 200");
        }
    }

    private async Task Send_WebPageInsteadOfAReply_IsUnknown(CancellationToken stop)
    {
        foreach (var status in (int[])[200, 500, 502, 504])
        {
            var server = new ReplyServer(ServerReply.Of(Page, status, "text/html"));
            await using var serving = server.ConfigureAwait(false);
            var run = Start(server);
            await using var running = run.ConfigureAwait(false);

            var result = await run.SendAsync(Message(), stop).ConfigureAwait(false);

            Expect.Outcome(SmsOutcome.Unknown, result, string.Create(CultureInfo.InvariantCulture, $"a web page with status {status}"));
            ExpectNoBlindRepeat(run, server);
        }
    }

    private async Task Send_Throttled_IsNotSent(CancellationToken stop)
    {
        var server = new ReplyServer(ServerReply.Of("Too many requests", 429, "text/plain", "Retry-After: 1"));
        await using var serving = server.ConfigureAwait(false);
        var run = Start(server, options => options.Resilience.MaxAttempts = 1);
        await using var running = run.ConfigureAwait(false);

        var result = await run.SendAsync(Message(), stop).ConfigureAwait(false);

        Expect.Outcome(SmsOutcome.NotSent, result, "status 429");
        Expect.Equal(SmsErrorKind.RateLimited, result.Error!.Kind, "The error");
        Expect.That(result.Error.RetryAfter > TimeSpan.Zero, "The time to wait that the reply names should be in the error.");
        Expect.That(result.IsSafeToResend, "A throttled message is safe to resend.");
    }

    private async Task Send_Redirected_DoesNotFollow(CancellationToken stop)
    {
        foreach (var (status, expected) in ((int, SmsOutcome)[])[(302, SmsOutcome.Unknown), (303, SmsOutcome.Unknown), (307, SmsOutcome.NotSent), (308, SmsOutcome.NotSent)])
        {
            var server = Serve();
            await using var serving = server.ConfigureAwait(false);
            server.Answer = (_, _) => Task.FromResult(ServerReply.Of("", status, contentType: null, $"Location: {server.Address}elsewhere"));
            var run = Start(server);
            await using var running = run.ConfigureAwait(false);

            var result = await run.SendAsync(Message(), stop).ConfigureAwait(false);

            Expect.Outcome(expected, result, string.Create(CultureInfo.InvariantCulture, $"a redirect with status {status}"));
            Expect.That(server.Requests.All(static request => request.Target != "/elsewhere"), "The redirect was followed.");
        }
    }

    private static void ExpectNoBlindRepeat(ConformanceRun run, ReplyServer server)
    {
        if (!run.Info.Has(SmsCapabilities.DuplicateProtection))
        {
            Expect.Equal(1, server.Requests.Count, "Requests, at a gateway that has no protection against duplicates");
        }
    }
}
