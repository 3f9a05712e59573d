using System.Collections;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace SmsGateway.Testing;

/// <summary>The messages that a <see cref="FakeSmsClient"/> was given, in order. Enumerating sees those that are there at that moment.</summary>
/// <remarks>Safe for use by several threads at once.</remarks>
public sealed class SentMessages : IReadOnlyList<SentMessage>
{
    private readonly Gate _gate = new();
    private SentMessage[] _messages = [];
    private long _sequence;
    private TaskCompletionSource _arrival = NewArrival();

    internal SentMessages(bool showNumbers) => ShowNumbers = showNumbers;

    /// <summary>How many there are.</summary>
    public int Count => Volatile.Read(ref _messages).Length;

    /// <summary>The message at that position, from 0.</summary>
    public SentMessage this[int index] => Volatile.Read(ref _messages)[index];

    /// <summary>Those that the gateway has, whatever the sender was told: what phones get.</summary>
    public IReadOnlyList<SentMessage> Accepted => [.. this.Where(static message => message.GatewayAccepted)];

    internal bool ShowNumbers { get; }

    /// <summary>The place behind the last message: hand it to a wait and only what comes later counts.</summary>
    public SentCursor Mark()
    {
        lock (_gate)
        {
            return new SentCursor(_sequence);
        }
    }

    /// <summary>The messages behind a place.</summary>
    public IReadOnlyList<SentMessage> Since(SentCursor cursor) => [.. this.Where(message => message.Sequence > cursor.Sequence)];

    /// <summary>The messages to one number.</summary>
    /// <param name="number">In international form; compared by its digits.</param>
    /// <exception cref="ArgumentNullException"><paramref name="number"/> is null.</exception>
    /// <exception cref="FormatException"><paramref name="number"/> is no number.</exception>
    public IReadOnlyList<SentMessage> To(string number)
    {
        var wanted = PhoneNumber.Parse(number);
        return [.. this.Where(message => message.Number == wanted)];
    }

    /// <summary>
    /// Waits for a message. Those that are there already are looked at first, and the oldest that fits is returned: a code of an
    /// earlier step is never taken for this one's when <paramref name="since"/> was marked in between.
    /// </summary>
    /// <param name="to">Only to this number.</param>
    /// <param name="contains">Only with this piece of text, without regard to case.</param>
    /// <param name="match">Only such ones.</param>
    /// <param name="timeout">How long, in real time; 10 seconds when null.</param>
    /// <param name="since">Where to start; the beginning by default.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="SmsAssertionException">None came in time; the text says what did come.</exception>
    /// <exception cref="FormatException"><paramref name="to"/> is no number.</exception>
    /// <exception cref="OperationCanceledException">The wait was cancelled.</exception>
    public async Task<SentMessage> WaitAsync(
        string? to = null,
        string? contains = null,
        Func<SentMessage, bool>? match = null,
        TimeSpan? timeout = null,
        SentCursor since = default,
        CancellationToken cancellationToken = default)
    {
        var wanted = new SentFilter(to, contains, match);
        var wait = timeout ?? TimeSpan.FromSeconds(10);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        end.CancelAfter(wait);
        try
        {
            await foreach (var message in StreamAsync(since, end.Token).ConfigureAwait(false))
            {
                if (wanted.Fits(message))
                {
                    return message;
                }
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The time is up.
        }

        cancellationToken.ThrowIfCancellationRequested();
        throw new SmsAssertionException(wanted.Explain(
            string.Create(CultureInfo.InvariantCulture, $"No message {wanted} came within {wait.TotalSeconds:0.###} s."), Since(since), ShowNumbers));
    }

    /// <summary>Gives every message behind a place, and goes on with those that come.</summary>
    /// <param name="since">Where to start; the beginning by default.</param>
    /// <param name="cancellationToken">Ends the enumeration, which has no other end.</param>
    /// <exception cref="OperationCanceledException">The enumeration was cancelled.</exception>
    public async IAsyncEnumerable<SentMessage> StreamAsync(SentCursor since = default, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var seen = since;
        while (true)
        {
            Task arrival;
            IReadOnlyList<SentMessage> news;
            lock (_gate)
            {
                arrival = _arrival.Task;
                news = Since(seen);
            }

            foreach (var message in news)
            {
                seen = new SentCursor(message.Sequence);
                yield return message;
            }

            if (news.Count == 0)
            {
                await arrival.WaitAsync(cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <inheritdoc/>
    public IEnumerator<SentMessage> GetEnumerator() => ((IEnumerable<SentMessage>)Volatile.Read(ref _messages)).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal void Add(Func<long, SentMessage> create)
    {
        TaskCompletionSource arrival;
        lock (_gate)
        {
            Volatile.Write(ref _messages, [.. _messages, create(++_sequence)]);
            arrival = _arrival;
            _arrival = NewArrival();
        }

        arrival.SetResult();
    }

    internal void Clear()
    {
        lock (_gate)
        {
            Volatile.Write(ref _messages, []);
        }
    }

    private static TaskCompletionSource NewArrival() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
