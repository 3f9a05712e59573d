namespace SmsGateway.SmsApi;

/// <summary>The addresses to which SMSAPI pushes: <c>/callbacks</c>; the same as in the portal. For exceptions see <see cref="ISmsApiClient"/>. Thread-safe.</summary>
public interface ISmsApiCallbacks
{
    /// <summary>Lists the addresses.</summary>
    Task<IReadOnlyList<SmsApiCallback>> ListAsync(CancellationToken cancellationToken = default);

    /// <summary>Reads an address.</summary>
    Task<SmsApiCallback> GetAsync(string id, CancellationToken cancellationToken = default);

    /// <summary>Registers an address.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="callback"/> is null.</exception>
    Task<SmsApiCallback> CreateAsync(SmsApiNewCallback callback, CancellationToken cancellationToken = default);

    /// <summary>Changes an address.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="url">Where SMSAPI shall push.</param>
    /// <param name="apiVersion">The version of the output format; null to keep it.</param>
    /// <param name="cancellationToken">Stops the call; it may be changed all the same.</param>
    /// <exception cref="ArgumentNullException"><paramref name="url"/> is null.</exception>
    Task<SmsApiCallback> UpdateAsync(string id, Uri url, int? apiVersion = null, CancellationToken cancellationToken = default);

    /// <summary>Deletes an address.</summary>
    Task DeleteAsync(string id, CancellationToken cancellationToken = default);

    /// <summary>Starts pushing to an address.</summary>
    Task ActivateAsync(string id, CancellationToken cancellationToken = default);

    /// <summary>Stops pushing to an address.</summary>
    Task DeactivateAsync(string id, CancellationToken cancellationToken = default);

    /// <summary>Lets SMSAPI try an address.</summary>
    Task<SmsApiCallbackTest> TestAsync(string id, CancellationToken cancellationToken = default);
}

/// <summary>An address to register.</summary>
/// <param name="Type">What is pushed: sms_dlr, sms_mo, mms_dlr, mms_mo, vms_dlr, bulk, hlr or short_url.</param>
/// <param name="Url">Where.</param>
public sealed record SmsApiNewCallback(string Type, Uri Url)
{
    /// <summary>The version of the output format; null for the type's default.</summary>
    public int? ApiVersion { get; init; }

    /// <summary>For inbound messages: "all", "2way" or "number".</summary>
    public string? ReceiverType { get; init; }

    /// <summary>For inbound messages to one number: which.</summary>
    public string? ReceiverNumber { get; init; }

    /// <summary>The type. Never the address, which may hold a secret.</summary>
    public override string ToString() => $"SmsApiNewCallback {{ Type = {Type} }}";
}

/// <summary>An address to which SMSAPI pushes.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Type">What is pushed.</param>
public sealed record SmsApiCallback(string Id, string? Type)
{
    /// <summary>Where.</summary>
    public string? Url { get; init; }

    /// <summary>The version of the output format.</summary>
    public int? ApiVersion { get; init; }

    /// <summary>It is in use.</summary>
    public bool? Active { get; init; }

    /// <summary>The gateway found it not to work; null where it does not say.</summary>
    public bool? Invalid { get; init; }

    /// <summary>For inbound messages: "all", "2way" or "number".</summary>
    public string? ReceiverType { get; init; }

    /// <summary>For inbound messages to one number: which.</summary>
    public string? ReceiverNumber { get; init; }

    /// <summary>Id, type and state. Never the address, which may hold a secret.</summary>
    public override string ToString() => $"SmsApiCallback {{ Id = {Id}, Type = {Type ?? "none"}, Active = {Active} }}";
}

/// <summary>What a try of an address brought.</summary>
/// <param name="Passed">It works.</param>
public sealed record SmsApiCallbackTest(bool Passed)
{
    /// <summary>No connection could be made.</summary>
    public bool ConnectionFailed { get; init; }

    /// <summary>The answer's charset is wrong.</summary>
    public bool InvalidEncoding { get; init; }

    /// <summary>The HTTP status of the answer.</summary>
    public int? HttpStatus { get; init; }

    /// <summary>The body of the answer.</summary>
    public string? HttpBody { get; init; }
}
