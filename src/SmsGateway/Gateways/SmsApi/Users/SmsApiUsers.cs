using System.Diagnostics.CodeAnalysis;
using SmsGateway.Http;

namespace SmsGateway.SmsApi;

/// <inheritdoc cref="ISmsApiUsers"/>
internal sealed class SmsApiUsers(SmsApiCalls calls) : ISmsApiUsers
{
    public Task<SmsApiUser> AddAsync(SmsApiNewUser user, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(user);
        ArgumentNullException.ThrowIfNull(user.Password, nameof(user));
        return calls.CommandAsync<SmsApiUser>(Request("add_user", user, user.Password), TryReadChanged, cancellationToken);
    }

    public Task<SmsApiUser> EditAsync(SmsApiUserChange change, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(change);
        return calls.CommandAsync<SmsApiUser>(Request("set_user", change, change.Password), TryReadChanged, cancellationToken);
    }

    public Task<SmsApiUser> GetAsync(string name, bool withoutPrefix, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return calls.QueryAsync(
            Request(SmsApiForm.Script(("get_user", name), ("without_prefix", SmsApiForm.Flag(withoutPrefix)))),
            (in GatewayReply reply, [MaybeNullWhen(false)] out SmsApiUser user) => TryReadUser(reply, name, out user),
            cancellationToken);
    }

    public Task<IReadOnlyList<SmsApiUser>> ListAsync(CancellationToken cancellationToken) =>
        calls.QueryAsync<IReadOnlyList<SmsApiUser>>(Request(SmsApiForm.Script(("list", "1"))), TryReadList, cancellationToken);

    private GatewayRequest Request(byte[] form) => calls.Gateway.CreateScript("user.do", form);

    private GatewayRequest Request(string action, SmsApiUserSettings user, string? password)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(user.Name, nameof(user));
        return Request(SmsApiForm.Script(
            (action, user.Name),
            ("pass", SmsApiPassword.Hash(password)),
            ("pass_api", SmsApiPassword.Hash(user.ApiPassword)),
            ("limit", SmsApiForm.Number(user.Limit)),
            ("month_limit", SmsApiForm.Number(user.MonthLimit)),
            ("senders", SmsApiForm.Bit(user.Senders)),
            ("phonebook", SmsApiForm.Bit(user.Phonebook)),
            ("active", SmsApiForm.Bit(user.Active)),
            ("info", user.Info),
            ("without_prefix", SmsApiForm.Flag(user.WithoutPrefix))));
    }

    // As text only the name comes: "OK:main_sub".
    private static bool TryReadChanged(in GatewayReply reply, [MaybeNullWhen(false)] out SmsApiUser user)
    {
        user = reply.TryReadJson(SmsApiJson.Default.SmsApiUserWire, out var json) ? ToUser(json)
            : SmsApiText.TryReadOk(reply, out var name) && name.Length > 0 ? new SmsApiUser(name)
            : null;
        return user is not null;
    }

    // As text all but the name comes: "OK:LIMIT:MONTH_LIMIT:SENDERS:PHONEBOOK:ACTIVE:INFO".
    private static bool TryReadUser(in GatewayReply reply, string name, [MaybeNullWhen(false)] out SmsApiUser user)
    {
        user = reply.TryReadJson(SmsApiJson.Default.SmsApiUserWire, out var json) ? ToUser(json)
            : SmsApiText.TryReadOk(reply, out var text) && text.Split(':', 6) is [var limit, var monthly, var senders, var phonebook, var active, var info]
                && SmsApiText.TryReadNumber(limit, out var limitPoints) && SmsApiText.TryReadNumber(monthly, out var monthlyPoints)
                ? new SmsApiUser(name)
                {
                    Limit = limitPoints,
                    MonthLimit = monthlyPoints,
                    Senders = senders == "1",
                    Phonebook = phonebook == "1",
                    Active = active == "1",
                    Info = info,
                }
            : null;
        return user is not null;
    }

    // As text only the names come: "OK: sub1:sub2".
    private static bool TryReadList(in GatewayReply reply, [MaybeNullWhen(false)] out IReadOnlyList<SmsApiUser> users)
    {
        users = reply.TryReadJson(SmsApiJson.Default.SmsApiUserWireArray, out var list) ? [.. list.OfType<SmsApiUserWire>().Select(ToUser).OfType<SmsApiUser>()]
            : SmsApiText.TryReadOk(reply, out var names)
                ? [.. names.Split(':', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(name => new SmsApiUser(name))]
            : null;
        return users is not null;
    }

    private static SmsApiUser? ToUser(SmsApiUserWire json) => json.Username is not { Length: > 0 } name ? null : new SmsApiUser(name)
    {
        Limit = json.Limit,
        MonthLimit = json.MonthLimit,
        Senders = json.Senders,
        Phonebook = json.Phonebook,
        Active = json.Active,
        Info = json.Info,
    };
}
