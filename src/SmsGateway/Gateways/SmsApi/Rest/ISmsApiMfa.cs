namespace SmsGateway.SmsApi;

/// <summary>One-time codes that SMSAPI makes, sends and checks: <c>/mfa/codes</c>. The neutral form is <see cref="ISmsVerification"/>. For exceptions see <see cref="ISmsApiClient"/>. Thread-safe.</summary>
public interface ISmsApiMfa
{
    /// <summary>Makes a code and sends it (<c>POST /mfa/codes</c>). Not repeated after a lost answer: a second code would make the first one wrong.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="request"/> is null.</exception>
    /// <exception cref="ArgumentException">The number is blank, or the text lacks <c>[%code%]</c>.</exception>
    Task<SmsApiMfaCode> CreateAsync(SmsApiMfaRequest request, CancellationToken cancellationToken = default);

    /// <summary>Checks what the user typed (<c>POST /mfa/codes/verifications</c>). Not repeated after a lost answer: a right code works once.</summary>
    /// <param name="phoneNumber">The number to which the code was sent.</param>
    /// <param name="code">What the user typed.</param>
    /// <param name="cancellationToken">Stops the call; the code may be used up all the same.</param>
    /// <exception cref="ArgumentException">An argument is blank.</exception>
    Task<SmsApiMfaResult> VerifyAsync(string phoneNumber, string code, CancellationToken cancellationToken = default);
}

/// <summary>A code to make.</summary>
/// <param name="PhoneNumber">The number with country code; mobile phones only. Personal data.</param>
public sealed record SmsApiMfaRequest(string PhoneNumber)
{
    /// <summary>The text with <c>[%code%]</c> where the code belongs; null for SMSAPI's own.</summary>
    public string? Content { get; init; }

    /// <summary>An active sender name; null for the account's default.</summary>
    public string? From { get; init; }

    /// <summary>Highest priority, at one and a half times the price; SMSAPI's default is yes.</summary>
    public bool? Fast { get; init; }

    /// <summary>The sender. Never number or text.</summary>
    public override string ToString() => $"SmsApiMfaRequest {{ From = {From ?? "none"} }}";
}

/// <summary>A code that was sent.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Code">The code. Secret.</param>
/// <param name="PhoneNumber">The number. Personal data.</param>
/// <param name="From">The sender.</param>
public sealed record SmsApiMfaCode(string Id, string? Code, string? PhoneNumber, string? From)
{
    /// <summary>The id. Never code or number.</summary>
    public override string ToString() => $"SmsApiMfaCode {{ Id = {Id} }}";
}

/// <summary>Whether a code was right. Values are never renumbered.</summary>
public enum SmsApiMfaResult
{
    /// <summary>Wrong, used up, or none was sent to that number; SMSAPI does not say which.</summary>
    Wrong = 0,

    /// <summary>Right. It does not work a second time.</summary>
    Verified = 1,

    /// <summary>It had been right, but too much time went by.</summary>
    Expired = 2,
}
