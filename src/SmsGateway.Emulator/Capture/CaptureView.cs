using System.Collections;
using System.Globalization;
using SmsGateway.Emulator.Capture;

namespace SmsGateway.Emulator;

/// <summary>
/// Records of one kind, oldest first: of one inbox, or of the whole emulator. What is enumerated is a snapshot.
/// </summary>
/// <typeparam name="T">The kind of record.</typeparam>
/// <remarks>Safe for use by several threads at once. Old records leave by the retention of <see cref="SmsEmulatorOptions"/>.</remarks>
public abstract class CaptureView<T> : IReadOnlyList<T>
    where T : class
{
    private readonly IStoreView<T> _view;

    private protected CaptureView(IStoreView<T> view) => _view = view;

    /// <summary>How many records there are now.</summary>
    public int Count => _view.Count;

    /// <summary>The record at a place counted from the oldest one kept.</summary>
    /// <param name="index">Zero-based.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such record.</exception>
    public T this[int index]
    {
        get
        {
            var all = Since(default);
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, all.Count);
            return all[index];
        }
    }

    /// <summary>The place behind the newest record: "from here on".</summary>
    public Cursor Mark() => _view.Mark();

    /// <summary>The records behind a place.</summary>
    /// <param name="cursor">The place; default for all.</param>
    public IReadOnlyList<T> Since(Cursor cursor) => _view.Since(cursor);

    /// <summary>
    /// Waits for a record. Those already there since the cursor are looked at first, so nothing can slip in between.
    /// </summary>
    /// <param name="match">Which one; any when null.</param>
    /// <param name="timeout">How long, in real time; 10 seconds when null.</param>
    /// <param name="since">Where to start; default for the beginning.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The oldest record that matches.</returns>
    /// <exception cref="ExpectationException">None came in time; the text says what did come.</exception>
    /// <exception cref="OperationCanceledException">The wait was cancelled.</exception>
    public async Task<T> WaitAsync(
        Func<T, bool>? match = null, TimeSpan? timeout = null, Cursor since = default, CancellationToken cancellationToken = default)
    {
        var limit = timeout ?? TimeSpan.FromSeconds(10);
        return await FindAsync(match, limit, since, cancellationToken).ConfigureAwait(false)
            ?? throw new ExpectationException(string.Create(
                CultureInfo.InvariantCulture, $"No such record within {limit.TotalSeconds:0.###} s. {Describe(Since(since))}"));
    }

    /// <summary>As <see cref="WaitAsync"/>, but null when the time is up.</summary>
    internal async Task<T?> FindAsync(Func<T, bool>? match, TimeSpan timeout, Cursor since, CancellationToken cancellationToken)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var changed = _view.NextChange();
            foreach (var item in Since(since))
            {
                if (match?.Invoke(item) ?? true)
                {
                    return item;
                }

                since = new(((ICaptured)item).Sequence);
            }

            var left = timeout - TimeProvider.System.GetElapsedTime(started);
            if (left <= TimeSpan.Zero || !await EndsInAsync(changed, left, cancellationToken).ConfigureAwait(false))
            {
                return null;
            }
        }
    }

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => Since(default).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal int Remove(Func<T, bool> match) => _view.Remove(match);

    private protected virtual string Describe(IReadOnlyList<T> items) =>
        items.Count == 0 ? "Nothing came at all." : "What came: " + string.Join("; ", items.TakeLast(5));

    private static async Task<bool> EndsInAsync(Task changed, TimeSpan left, CancellationToken cancellationToken)
    {
        try
        {
            await changed.WaitAsync(left, TimeProvider.System, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }
}
