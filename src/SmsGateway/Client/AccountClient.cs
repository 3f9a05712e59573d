using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using SmsGateway.Http;
using SmsGateway.Telemetry;

namespace SmsGateway.Client;

/// <summary>Sends through one account: checks each message, groups, sends, follows up lost answers, collects in input order.</summary>
internal sealed class AccountClient(SmsAccount account, GatewayChannel channel, SmsTelemetry telemetry, ILoggerFactory loggers) : ISmsClient
{
    private readonly ConcurrentDictionary<Type, object?> _features = [];
    private readonly ILogger _logger = loggers.CreateLogger(SmsLog.Category);

    public SmsAccount Account => account;

    public AccountReconciler Reconciler => field ??= new AccountReconciler(account, channel, telemetry, _logger);

    public Task<SmsBatchResult> SendAsync(IReadOnlyList<SmsMessage> messages, CancellationToken cancellationToken = default) =>
        SendAsync(messages, canMoveOn: false, cancellationToken);

    /// <param name="messages">The messages.</param>
    /// <param name="canMoveOn">Another account is ready for what this one cannot send.</param>
    /// <param name="cancellationToken">The caller's wish to stop.</param>
    public async Task<SmsBatchResult> SendAsync(IReadOnlyList<SmsMessage> messages, bool canMoveOn, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(messages);
        var setup = account.Current;
        var call = new AccountCall(account.Name, setup, account.Time, channel, telemetry, _logger, canMoveOn, cancellationToken);
        var outgoing = call.Prepare(messages);
        using (var activity = SmsTelemetry.StartSend(account.Name, setup.Gateway.Info.Name, messages.Count))
        {
            if (outgoing.Count > 0)
            {
                await call.SendAsync(outgoing).ConfigureAwait(false);
            }

            call.Report(activity);
        }

        account.Note(call.Results);
        var results = new SmsBatchResult(call.Results);
        return call.WasCancelled ? throw new SmsSendCanceledException(results, cancellationToken) : results;
    }

    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        if (serviceKey is not null && !Equals(serviceKey, account.Name))
        {
            return null;
        }

        return serviceType.IsInstanceOfType(this) ? this
            : serviceType == typeof(SmsGatewayInfo) ? account.Current.Gateway.Info
            : serviceType == typeof(ISmsReconciler) ? Reconciler
            : serviceType == typeof(SmsAccountState) ? account.State
            : serviceType == typeof(TimeProvider) ? account.Time
            : _features.GetOrAdd(serviceType, static (type, client) => client.CreateFeature(type), this);
    }

    private object? CreateFeature(Type type)
    {
        foreach (var feature in account.Current.Gateway.Features)
        {
            if (feature.Type == type)
            {
                return feature.Create(channel);
            }
        }

        return null;
    }
}
