using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;

namespace SmsGateway.Events;

/// <summary>Runs the application's handlers for an event, each in the order of registration, all in one scope.</summary>
internal sealed class HandlerRunner(IServiceScopeFactory scopes, TimeProvider time, TimeSpan timeout)
{
    private readonly ConcurrentDictionary<(Type Handler, int Position), string> _names = new();

    /// <summary>Runs those that are not done with it yet.</summary>
    /// <param name="happened">What the handlers get.</param>
    /// <param name="call">Which of their methods.</param>
    /// <param name="done">The handlers that are done; grows, so that a failure of the next one does not run them again.</param>
    /// <param name="cancellationToken">The end of the application.</param>
    public async Task RunAsync(
        SmsEvent happened, Func<ISmsEventHandler, SmsEvent, CancellationToken, Task> call, List<string> done, CancellationToken cancellationToken)
    {
        var scope = scopes.CreateAsyncScope();
        await using var scoped = scope.ConfigureAwait(false);
        using var limit = new CancellationTokenSource(timeout, time);
        using var end = cancellationToken.UnsafeRegister(static limit => ((CancellationTokenSource)limit!).Cancel(), limit);
        var position = 0;
        foreach (var handler in scope.ServiceProvider.GetServices<ISmsEventHandler>())
        {
            var name = _names.GetOrAdd((handler.GetType(), position++), static of => FormattableString.Invariant($"{of.Handler} {of.Position}"));
            if (!done.Contains(name))
            {
                await call(handler, happened, limit.Token).ConfigureAwait(false);
                done.Add(name);
            }
        }
    }
}
