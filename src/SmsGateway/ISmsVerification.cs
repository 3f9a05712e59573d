namespace SmsGateway;

/// <summary>Lets the gateway make a one-time code, send it and check what the user typed.</summary>
public interface ISmsVerification
{
    /// <summary>Sends a code of the gateway's making.</summary>
    /// <param name="to">The number in international form.</param>
    /// <param name="text">The text, with <c>{code}</c> where the code belongs.</param>
    /// <param name="cancellationToken">Stops the call; the code may be sent all the same.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The number is none, or the text lacks <c>{code}</c>.</exception>
    /// <exception cref="SmsException">The gateway refused, or it is not known whether a code was sent.</exception>
    /// <exception cref="OperationCanceledException">The call was cancelled.</exception>
    Task StartAsync(string to, string text, CancellationToken cancellationToken = default);

    /// <summary>Checks what the user typed.</summary>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The number is none.</exception>
    /// <exception cref="SmsException">The gateway refused the question, or no readable answer came.</exception>
    /// <exception cref="OperationCanceledException">The call was cancelled.</exception>
    Task<SmsVerificationResult> CheckAsync(string to, string code, CancellationToken cancellationToken = default);
}

/// <summary>Whether a code was right.</summary>
/// <param name="IsVerified">It was.</param>
/// <param name="RemainingAttempts">How many more tries the gateway allows, where it says.</param>
public sealed record SmsVerificationResult(bool IsVerified, int? RemainingAttempts = null);
