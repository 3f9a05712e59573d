namespace SmsGateway.SmsApi;

/// <summary>Sub-users: <c>/subusers</c>. The older form is <see cref="ISmsApiUsers"/>. For exceptions see <see cref="ISmsApiClient"/>. Thread-safe.</summary>
public interface ISmsApiSubusers
{
    /// <summary>Lists the sub-users.</summary>
    /// <param name="query">Only those whose name or description holds this; null for all.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    Task<IReadOnlyList<SmsApiSubuser>> ListAsync(string? query = null, CancellationToken cancellationToken = default);

    /// <summary>Reads a sub-user.</summary>
    Task<SmsApiSubuser> GetAsync(string id, CancellationToken cancellationToken = default);

    /// <summary>Adds a sub-user.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="subuser"/> is null.</exception>
    Task<SmsApiSubuser> CreateAsync(SmsApiNewSubuser subuser, CancellationToken cancellationToken = default);

    /// <summary>Changes a sub-user. Say whether it is active: an update without it once switched accounts off.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="change"/> is null.</exception>
    Task<SmsApiSubuser> UpdateAsync(string id, SmsApiSubuserChange change, CancellationToken cancellationToken = default);

    /// <summary>Deletes a sub-user.</summary>
    Task DeleteAsync(string id, CancellationToken cancellationToken = default);

    /// <summary>Reads which of the main user's sender names a sub-user may use.</summary>
    Task<SmsApiShare> GetSendernamesAsync(string id, CancellationToken cancellationToken = default);

    /// <summary>Sets which of the main user's sender names a sub-user may use.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="share"/> is null.</exception>
    Task SetSendernamesAsync(string id, SmsApiShare share, CancellationToken cancellationToken = default);

    /// <summary>Reads which of the main user's templates a sub-user may use.</summary>
    Task<SmsApiShare> GetTemplatesAsync(string id, CancellationToken cancellationToken = default);

    /// <summary>Sets which of the main user's templates a sub-user may use.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="share"/> is null.</exception>
    Task SetTemplatesAsync(string id, SmsApiShare share, CancellationToken cancellationToken = default);
}

/// <summary>A sub-user.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Username">Its name.</param>
public sealed record SmsApiSubuser(string Id, string? Username)
{
    /// <summary>The account works.</summary>
    public bool? Active { get; init; }

    /// <summary>The note.</summary>
    public string? Description { get; init; }

    /// <summary>Points taken from the main account.</summary>
    public decimal? PointsFromAccount { get; init; }

    /// <summary>Points granted each month.</summary>
    public decimal? PointsPerMonth { get; init; }
}

/// <summary>A sub-user to add.</summary>
/// <param name="Username">Its name.</param>
/// <param name="Password">The panel's password, in plain text. Secret.</param>
public sealed record SmsApiNewSubuser(string Username, string Password)
{
    /// <summary>The password for SMSAPI's interface, in plain text; null for none of its own. Secret.</summary>
    public string? ApiPassword { get; init; }

    /// <summary>The account works.</summary>
    public bool Active { get; init; }

    /// <summary>A note.</summary>
    public string? Description { get; init; }

    /// <summary>Points to take from the main account.</summary>
    public decimal? PointsFromAccount { get; init; }

    /// <summary>Points to grant each month.</summary>
    public decimal? PointsPerMonth { get; init; }

    /// <summary>The name. Never a password.</summary>
    public override string ToString() => $"SmsApiNewSubuser {{ Username = {Username} }}";
}

/// <summary>A change of a sub-user.</summary>
/// <param name="Active">Whether the account works; always sent.</param>
public sealed record SmsApiSubuserChange(bool Active)
{
    /// <summary>A new password for the panel, in plain text; null to keep it. Secret.</summary>
    public string? Password { get; init; }

    /// <summary>A new password for SMSAPI's interface, in plain text; null to keep it. Secret.</summary>
    public string? ApiPassword { get; init; }

    /// <summary>A new note; null to keep it.</summary>
    public string? Description { get; init; }

    /// <summary>Points to take from the main account; null to keep them.</summary>
    public decimal? PointsFromAccount { get; init; }

    /// <summary>Points to grant each month; null to keep them.</summary>
    public decimal? PointsPerMonth { get; init; }

    /// <summary>Whether it is active. Never a password.</summary>
    public override string ToString() => $"SmsApiSubuserChange {{ Active = {Active} }}";
}

/// <summary>What of the main user's a sub-user may use.</summary>
/// <param name="Access">The gateway's word: "all", "none", "selected" or another.</param>
/// <param name="Names">The sender names or templates, where the word asks for a list.</param>
public sealed record SmsApiShare(string Access, IReadOnlyList<string> Names);
