using System.Globalization;
using SmsGateway.Emulator.Text;

namespace SmsGateway.Emulator;

public sealed partial class SmsInbox
{
    /// <summary>
    /// Waits for a message. Those already there since the cursor are looked at first; the oldest that fits is returned, so that
    /// last run's code is never taken for this one's.
    /// </summary>
    /// <param name="match">Which one; any when null.</param>
    /// <param name="to">Only to this number, compared by digits.</param>
    /// <param name="contains">Only with this text, without regard to case.</param>
    /// <param name="timeout">How long, in real time; 10 seconds when null.</param>
    /// <param name="since">Where to start: <c>Messages.Mark()</c>; default for the beginning.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="ExpectationException">None came in time; the text says what did come.</exception>
    /// <exception cref="OperationCanceledException">The wait was cancelled.</exception>
    public Task<CapturedMessage> WaitForMessageAsync(
        Func<CapturedMessage, bool>? match = null,
        string? to = null,
        string? contains = null,
        TimeSpan? timeout = null,
        Cursor since = default,
        CancellationToken cancellationToken = default) =>
        Messages.WaitAsync(Filter(match, to, contains), timeout, since, cancellationToken);

    /// <summary>Makes sure that no message comes for a while from now on.</summary>
    /// <param name="quiet">How long, in real time.</param>
    /// <param name="to">Only to this number, compared by digits.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="ExpectationException">One came.</exception>
    /// <exception cref="OperationCanceledException">The wait was cancelled.</exception>
    public async Task WaitForNoMessageAsync(TimeSpan quiet, string? to = null, CancellationToken cancellationToken = default)
    {
        var since = Messages.Mark();
        if (await Messages.FindAsync(Filter(match: null, to, contains: null), quiet, since, cancellationToken).ConfigureAwait(false) is { } message)
        {
            throw new ExpectationException(string.Create(
                CultureInfo.InvariantCulture, $"No message was expected within {quiet.TotalSeconds:0.###} s, but there came {message}"));
        }
    }

    private static Func<CapturedMessage, bool>? Filter(Func<CapturedMessage, bool>? match, string? to, string? contains)
    {
        var digits = to is null ? null : PhoneDigits.Of(to);
        return match is null && to is null && contains is null ? null : message =>
            (digits is null || PhoneDigits.Of(message.To) == digits)
            && (contains is null || message.Text.Contains(contains, StringComparison.OrdinalIgnoreCase))
            && (match?.Invoke(message) ?? true);
    }
}
