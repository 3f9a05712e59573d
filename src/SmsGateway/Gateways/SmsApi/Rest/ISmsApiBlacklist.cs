namespace SmsGateway.SmsApi;

/// <summary>Numbers to which the account sends nothing: <c>/blacklist/phone_numbers</c>. For exceptions see <see cref="ISmsApiClient"/>. Thread-safe.</summary>
public interface ISmsApiBlacklist
{
    /// <summary>Lists numbers.</summary>
    /// <param name="query">Only numbers that hold this; null for all. It travels in the address.</param>
    /// <param name="offset">How many to skip.</param>
    /// <param name="limit">How many to list.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    Task<SmsApiPage<SmsApiBlockedNumber>> ListAsync(string? query = null, int? offset = null, int? limit = null, CancellationToken cancellationToken = default);

    /// <summary>Blocks a number.</summary>
    /// <param name="phoneNumber">The number with country code.</param>
    /// <param name="expireAt">The day on which it is taken off again; null for never.</param>
    /// <param name="cancellationToken">Stops the call; it may be blocked all the same.</param>
    /// <exception cref="ArgumentException">The number is blank.</exception>
    Task<SmsApiBlockedNumber> AddAsync(string phoneNumber, DateOnly? expireAt = null, CancellationToken cancellationToken = default);

    /// <summary>Takes an entry off.</summary>
    Task DeleteAsync(string id, CancellationToken cancellationToken = default);

    /// <summary>Takes one number off, or everything.</summary>
    /// <param name="phoneNumber">The number, which travels in the address; null for everything.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    Task DeleteAllAsync(string? phoneNumber, CancellationToken cancellationToken = default);

    /// <summary>Hands a list of numbers in (<c>/imports</c>), which is worked off later.</summary>
    /// <param name="phoneNumbers">The numbers; they travel as CSV, one a line.</param>
    /// <param name="cancellationToken">Stops the call; they may be taken all the same.</param>
    /// <exception cref="ArgumentNullException"><paramref name="phoneNumbers"/> is null.</exception>
    /// <exception cref="ArgumentException">There are none, or one is no number.</exception>
    Task ImportAsync(IReadOnlyList<string> phoneNumbers, CancellationToken cancellationToken = default);
}

/// <summary>A number on the blacklist.</summary>
/// <param name="Id">The entry's id.</param>
/// <param name="PhoneNumber">The number. Personal data.</param>
/// <param name="ExpireAt">When it is taken off; null for never.</param>
/// <param name="CreatedAt">When it was added.</param>
public sealed record SmsApiBlockedNumber(string Id, string? PhoneNumber, DateTimeOffset? ExpireAt, DateTimeOffset? CreatedAt)
{
    /// <summary>The id. Never the number.</summary>
    public override string ToString() => $"SmsApiBlockedNumber {{ Id = {Id} }}";
}

/// <summary>Recipients who opted out by themselves: <c>/opt_outs</c>. Refused with 403 where the feature is off. For exceptions see <see cref="ISmsApiClient"/>. Thread-safe.</summary>
public interface ISmsApiOptOuts
{
    /// <summary>Lists recipients.</summary>
    /// <param name="phoneNumber">Only this number, which travels in the address; null for all.</param>
    /// <param name="offset">How many to skip.</param>
    /// <param name="limit">How many to list.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    Task<SmsApiPage<SmsApiOptOut>> ListAsync(string? phoneNumber = null, int? offset = null, int? limit = null, CancellationToken cancellationToken = default);

    /// <summary>Lets a recipient get messages again.</summary>
    Task DeleteAsync(string id, CancellationToken cancellationToken = default);

    /// <summary>Reads the settings.</summary>
    Task<SmsApiOptOutSettings> GetSettingsAsync(CancellationToken cancellationToken = default);

    /// <summary>Changes the settings.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="settings"/> is null.</exception>
    Task<SmsApiOptOutSettings> UpdateSettingsAsync(SmsApiOptOutSettings settings, CancellationToken cancellationToken = default);
}

/// <summary>A recipient who opted out.</summary>
/// <param name="Id">The entry's id.</param>
/// <param name="PhoneNumber">The number; the gateway writes it as an integer. Personal data.</param>
/// <param name="Date">When.</param>
public sealed record SmsApiOptOut(string Id, string? PhoneNumber, DateTimeOffset? Date)
{
    /// <summary>The id. Never the number.</summary>
    public override string ToString() => $"SmsApiOptOut {{ Id = {Id} }}";
}

/// <summary>How opting out is offered.</summary>
/// <param name="Brand">The brand shown, at most 255 characters.</param>
public sealed record SmsApiOptOutSettings(string? Brand);
