using System.Runtime.CompilerServices;

namespace SmsGateway;

/// <summary>Sends a stream window by window: bounded memory, bulk calls as full as the stream allows.</summary>
internal static class StreamedSend
{
    // Long enough for a source that fetches pages, short enough that nobody waits for a source that has gone quiet.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    public static async IAsyncEnumerable<SmsResult> RunAsync(
        ISmsClient client, IAsyncEnumerable<SmsMessage> messages, int window, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var time = client.GetService<TimeProvider>() ?? TimeProvider.System;
        var source = messages.GetAsyncEnumerator(cancellationToken);
        await using var closing = source.ConfigureAwait(false);
        var sent = 0;
        List<SmsMessage> held = [];
        Task<bool>? next = null;
        try
        {
            do
            {
                next = source.MoveNextAsync().AsTask();
                if (held.Count == window || (held.Count > 0 && await HasPausedAsync(next, time, cancellationToken).ConfigureAwait(false)))
                {
                    foreach (var result in await client.SendAsync(held, cancellationToken).ConfigureAwait(false))
                    {
                        yield return result with { Index = sent++ };
                    }

                    held = [];
                }

                if (await next.ConfigureAwait(false))
                {
                    held.Add(source.Current);
                }
                else
                {
                    break;
                }
            }
            while (true);
        }
        finally
        {
            // An enumerator must not be disposed while it still looks for its next item.
            await (next ?? Task.CompletedTask).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        if (held.Count > 0)
        {
            foreach (var result in await client.SendAsync(held, cancellationToken).ConfigureAwait(false))
            {
                yield return result with { Index = sent++ };
            }
        }
    }

    private static async Task<bool> HasPausedAsync(Task next, TimeProvider time, CancellationToken cancellationToken)
    {
        if (!next.IsCompleted)
        {
            using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            await Task.WhenAny(next, Task.Delay(Pause, time, enough.Token)).ConfigureAwait(false);
            await enough.CancelAsync().ConfigureAwait(false);
        }

        return !next.IsCompleted;
    }
}
