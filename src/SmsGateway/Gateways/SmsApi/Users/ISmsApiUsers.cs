namespace SmsGateway.SmsApi;

/// <summary>Sub-users: <c>/user.do</c>. The vendor's newer form is <see cref="ISmsApiRest.Subusers"/>. Source: docs.smsapi.com, section 9. For exceptions see <see cref="ISmsApiClient"/>. Thread-safe.</summary>
public interface ISmsApiUsers
{
    /// <summary>Adds a sub-user (<c>add_user</c>). One that exists is refused with 1115; after a lost answer that means it was added.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="user"/> is null.</exception>
    /// <exception cref="ArgumentException">The name is blank.</exception>
    Task<SmsApiUser> AddAsync(SmsApiNewUser user, CancellationToken cancellationToken = default);

    /// <summary>Changes a sub-user (<c>set_user</c>): what is null stays as it is.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="change"/> is null.</exception>
    /// <exception cref="ArgumentException">The name is blank.</exception>
    Task<SmsApiUser> EditAsync(SmsApiUserChange change, CancellationToken cancellationToken = default);

    /// <summary>Reads a sub-user (<c>get_user</c>).</summary>
    /// <param name="name">Its name, without the main user's prefix unless <paramref name="withoutPrefix"/>.</param>
    /// <param name="withoutPrefix">The name is complete as it stands (<c>without_prefix</c>).</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="ArgumentException">The name is blank.</exception>
    Task<SmsApiUser> GetAsync(string name, bool withoutPrefix = false, CancellationToken cancellationToken = default);

    /// <summary>Lists the sub-users (<c>list</c>).</summary>
    Task<IReadOnlyList<SmsApiUser>> ListAsync(CancellationToken cancellationToken = default);
}

/// <summary>What can be set of a sub-user.</summary>
public abstract record SmsApiUserSettings
{
    private protected SmsApiUserSettings(string name) => Name = name;

    /// <summary>The name: 3 to 32 letters, digits and @ - _ . including the main user's prefix, which SMSAPI adds.</summary>
    public string Name { get; init; }

    /// <summary>The password for SMSAPI's interface, in plain text: it is hashed here (<c>pass_api</c>). Null for the same as the panel's. Secret.</summary>
    public string? ApiPassword { get; init; }

    /// <summary>The credit limit, in points (<c>limit</c>).</summary>
    public decimal? Limit { get; init; }

    /// <summary>The limit that is granted anew on the first of each month, in points (<c>month_limit</c>).</summary>
    public decimal? MonthLimit { get; init; }

    /// <summary>May use the main user's sender names (<c>senders</c>).</summary>
    public bool? Senders { get; init; }

    /// <summary>May use the main user's contacts (<c>phonebook</c>).</summary>
    public bool? Phonebook { get; init; }

    /// <summary>The account works (<c>active</c>).</summary>
    public bool? Active { get; init; }

    /// <summary>A note (<c>info</c>).</summary>
    public string? Info { get; init; }

    /// <summary>The name is complete as it stands: SMSAPI puts no prefix before it (<c>without_prefix</c>).</summary>
    public bool WithoutPrefix { get; init; }
}

/// <summary>A sub-user to add. What is null gets SMSAPI's default: no limits, no rights, inactive.</summary>
public sealed record SmsApiNewUser : SmsApiUserSettings
{
    /// <summary>A sub-user by name and password.</summary>
    /// <param name="name">The name, without the main user's prefix.</param>
    /// <param name="password">The panel's password, in plain text: it is hashed here. Secret.</param>
    public SmsApiNewUser(string name, string password)
        : base(name) => Password = password;

    /// <summary>The panel's password, in plain text (<c>pass</c>). Secret.</summary>
    public string Password { get; init; }

    /// <summary>The name. Never a password.</summary>
    public override string ToString() => $"SmsApiNewUser {{ Name = {Name} }}";
}

/// <summary>A change of a sub-user. What is null stays as it is.</summary>
public sealed record SmsApiUserChange : SmsApiUserSettings
{
    /// <summary>A change of the sub-user of that name.</summary>
    public SmsApiUserChange(string name)
        : base(name)
    {
    }

    /// <summary>A new password for the panel, in plain text: it is hashed here (<c>pass</c>). Secret.</summary>
    public string? Password { get; init; }

    /// <summary>The name. Never a password.</summary>
    public override string ToString() => $"SmsApiUserChange {{ Name = {Name} }}";
}

/// <summary>A sub-user as SMSAPI describes it. An answer in plain text tells less: then the rest is null.</summary>
/// <param name="Username">The full name, with the main user's prefix.</param>
public sealed record SmsApiUser(string Username)
{
    /// <summary>The credit limit, in points.</summary>
    public decimal? Limit { get; init; }

    /// <summary>The monthly limit, in points.</summary>
    public decimal? MonthLimit { get; init; }

    /// <summary>May use the main user's sender names.</summary>
    public bool? Senders { get; init; }

    /// <summary>May use the main user's contacts.</summary>
    public bool? Phonebook { get; init; }

    /// <summary>The account works.</summary>
    public bool? Active { get; init; }

    /// <summary>The note.</summary>
    public string? Info { get; init; }
}
