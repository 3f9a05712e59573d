using System.Net;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using SmsGateway.Client;
using SmsGateway.Events;
using SmsGateway.Telemetry;
using SmsGateway.Webhooks;

namespace SmsGateway;

/// <summary>
/// Receives what gateways call back, whatever server it came through: <c>MapSmsWebhooks</c> is built on it. First <see cref="AdmitAsync"/>, with
/// nothing but the address of the request; then <see cref="ReceiveAsync"/>, with all of it.
/// </summary>
/// <remarks>A singleton, registered by <c>AddSmsEventHandler</c>. Thread-safe.</remarks>
public sealed class SmsWebhookReceiver
{
    private readonly AccountDirectory _accounts;
    private readonly EventDispatcher _dispatcher;
    private readonly IReadOnlyList<string> _registered;
    private readonly EventTelemetry _telemetry;
    private readonly ILogger _logger;
    private readonly ConditionalWeakTable<SmsAccountOptions, WebhookDoor> _doors = [];
    private int _saidBehindProxy;

    internal SmsWebhookReceiver(AccountDirectory accounts, EventDispatcher dispatcher, IReadOnlyList<string> registered, EventTelemetry telemetry, ILogger logger)
    {
        _registered = registered;
        _accounts = accounts;
        _dispatcher = dispatcher;
        _telemetry = telemetry;
        _logger = logger;
    }

    /// <summary>Says whether a request may come in, before any of its body is read.</summary>
    /// <param name="account">The account's name in the address.</param>
    /// <param name="secret">The secret in the address; compared with all of the account's, in constant time. Null for an address without: see <paramref name="isProtected"/>.</param>
    /// <param name="caller">Where it came from; null where nobody knows.</param>
    /// <param name="method">Its method.</param>
    /// <param name="isProtected">False only where something else keeps strangers away: the secret is then not looked at.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>
    /// Null to go on. Else the answer: 404 for an account or a secret that is none, 403 for an address that is not listed, 405 for a method that
    /// the gateway does not use.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="account"/> or <paramref name="method"/> is null.</exception>
    public async ValueTask<SmsWebhookAnswer?> AdmitAsync(
        string account, string? secret, IPAddress? caller, string method, bool isProtected = true, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(account);
        ArgumentNullException.ThrowIfNull(method);
        if (await FindAsync(account, cancellationToken).ConfigureAwait(false) is not { Gateway.Webhook: { } webhook, Options: var options })
        {
            return Refuse(SmsWebhookAnswer.NotFound);
        }

        var door = _doors.GetValue(options, static made => new WebhookDoor(made));
        if (isProtected && !door.Secrets.Match(secret))
        {
            return Refuse(SmsWebhookAnswer.NotFound);
        }

        if (!door.Sources.Allow(caller))
        {
            if (caller is not null && WebhookSources.IsPrivate(caller) && Interlocked.Exchange(ref _saidBehindProxy, 1) == 0)
            {
                SmsLog.BehindProxy(_logger, account);
            }

            return Refuse(SmsWebhookAnswer.Forbidden);
        }

        var used = method switch { "GET" => SmsWebhookMethods.Get, "POST" => SmsWebhookMethods.Post, _ => SmsWebhookMethods.None };
        return (webhook.Methods & used) == SmsWebhookMethods.None ? Refuse(SmsWebhookAnswer.MethodNotAllowed) : null;
    }

    /// <summary>Reads a request that was admitted, and stores its events. They are handled afterwards.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call before anything is stored.</param>
    /// <returns>The answer that the gateway expects; 503 when not everything could be stored, so that the gateway repeats it.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="request"/> is null.</exception>
    public async ValueTask<SmsWebhookAnswer> ReceiveAsync(SmsWebhookRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (await FindAsync(request.Account, cancellationToken).ConfigureAwait(false) is not { Gateway.Webhook: { } webhook })
        {
            return Refuse(SmsWebhookAnswer.NotFound);
        }

        var result = webhook.Read(request);
        if (result.Oddity is { } oddity)
        {
            SmsLog.OddCallback(_logger, request.Account, oddity);
        }

        if (!result.Answer.IsSuccess)
        {
            return Refuse(result.Answer);
        }

        try
        {
            if (await _dispatcher.AcceptAsync(result.Events).ConfigureAwait(false))
            {
                return result.Answer;
            }

            SmsLog.CallbackNotStored(_logger, exception: null, request.Account);
        }
        catch (Exception exception)
        {
            SmsLog.CallbackNotStored(_logger, exception, request.Account);
        }

        return Refuse(SmsWebhookAnswer.NotStored);
    }

    /// <summary>
    /// Sees to it, at start, that the webhooks can be called at all: of the registered accounts whose gateway calls back, one at least must have a
    /// secret. Those without are named in the log: theirs answer nobody.
    /// </summary>
    /// <exception cref="InvalidOperationException">None has.</exception>
    public void RequireSecrets()
    {
        var callable = _registered.Where(name => _accounts.Find(name)?.Account.Current.Gateway.Webhook is not null).ToList();
        var closed = callable.Where(name => _accounts.Find(name)!.Account.Current.Options.WebhookSecrets.Count == 0).ToList();
        if (callable.Count > 0 && closed.Count == callable.Count)
        {
            throw new InvalidOperationException(
                $"SMS webhooks: no account has WebhookSecrets ({string.Join(", ", closed)}), so no callback could come in. Make one with SmsWebhookSecret.Create() and keep it in the configuration.");
        }

        foreach (var account in closed)
        {
            SmsLog.WebhookClosed(_logger, account);
        }
    }

    private SmsWebhookAnswer Refuse(SmsWebhookAnswer answer)
    {
        _telemetry.CountRefused(answer.Status);
        return answer;
    }

    // Whatever is wrong with a name that anybody may have put into an address: there is no such account.
    private async ValueTask<AccountSetup?> FindAsync(string account, CancellationToken cancellationToken)
    {
        try
        {
            return AccountNames.IsPossible(account) ? (await _accounts.FindAsync(account, cancellationToken).ConfigureAwait(false))?.Account.Current : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
