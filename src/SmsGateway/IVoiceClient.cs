namespace SmsGateway;

/// <summary>Reads a one-time code out by a phone call.</summary>
public interface IVoiceClient
{
    /// <summary>Calls a number and reads a code aloud.</summary>
    /// <param name="to">The number in international form.</param>
    /// <param name="code">The code; what characters are read well differs, digits always are.</param>
    /// <param name="cancellationToken">Stops the call; the phone may ring all the same.</param>
    /// <returns>What happened; as for an SMS, a refusal does not throw.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="SmsSendCanceledException">The call was cancelled.</exception>
    Task<SmsResult> CallAsync(string to, string code, CancellationToken cancellationToken = default);
}
