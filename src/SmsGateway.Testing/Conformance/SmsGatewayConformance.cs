using Microsoft.Extensions.DependencyInjection;

namespace SmsGateway.Testing;

/// <summary>
/// What every gateway must show, for authors of a gateway that is not in the library. Derive from it, say how an account is registered
/// and what the gateway answers, and run <see cref="RunAllAsync"/> in a test of any framework; or <see cref="RunAsync"/> for each of
/// <see cref="CheckNames"/>.
/// </summary>
/// <remarks>
/// Each check makes an account of its own and speaks over real sockets to a <see cref="ReplyServer"/>, which either asks
/// <see cref="AnswerAsync"/> or does what a broken gateway or network does. No check depends on the speed of the machine.
/// </remarks>
public abstract partial class SmsGatewayConformance
{
    private static readonly (string Name, Func<SmsGatewayConformance, CancellationToken, Task> Run)[] Checks =
    [
        (nameof(Send_OneMessage_IsAccepted), static (suite, stop) => suite.Send_OneMessage_IsAccepted(stop)),
        (nameof(Send_OwnReference_ComesBack), static (suite, stop) => suite.Send_OwnReference_ComesBack(stop)),
        (nameof(Send_Bulk_KeepsTheOrderAndTakesTheFewestRequests), static (suite, stop) => suite.Send_Bulk_KeepsTheOrderAndTakesTheFewestRequests(stop)),
        (nameof(Send_ManyAtOnce_LosesNone), static (suite, stop) => suite.Send_ManyAtOnce_LosesNone(stop)),
        (nameof(Send_UnfitMessages_AreRejectedAloneBeforeAnyRequest), static (suite, stop) => suite.Send_UnfitMessages_AreRejectedAloneBeforeAnyRequest(stop)),
        (nameof(Send_OptionsItLacks_AreRejectedByName), static (suite, stop) => suite.Send_OptionsItLacks_AreRejectedByName(stop)),
        (nameof(Send_AnyRequest_HasContentAndNoSecretInItsAddress), static (suite, stop) => suite.Send_AnyRequest_HasContentAndNoSecretInItsAddress(stop)),
        (nameof(Send_AnyCulture_WritesTheSameRequest), static (suite, stop) => suite.Send_AnyCulture_WritesTheSameRequest(stop)),
        (nameof(Send_UnreadableReply_IsNeverAcceptedAndNeverThrows), static (suite, stop) => suite.Send_UnreadableReply_IsNeverAcceptedAndNeverThrows(stop)),
        (nameof(Send_WebPageInsteadOfAReply_IsUnknown), static (suite, stop) => suite.Send_WebPageInsteadOfAReply_IsUnknown(stop)),
        (nameof(Send_Throttled_IsNotSent), static (suite, stop) => suite.Send_Throttled_IsNotSent(stop)),
        (nameof(Send_Redirected_DoesNotFollow), static (suite, stop) => suite.Send_Redirected_DoesNotFollow(stop)),
        (nameof(Send_ConnectionLostBehindTheRequest_IsUnknownAndNotRepeatedBlindly), static (suite, stop) => suite.Send_ConnectionLostBehindTheRequest_IsUnknownAndNotRepeatedBlindly(stop)),
        (nameof(Send_ConnectionRefused_IsNotSent), static (suite, stop) => suite.Send_ConnectionRefused_IsNotSent(stop)),
        (nameof(Send_NoAnswer_IsUnknownWhenTheTimeIsUp), static (suite, stop) => suite.Send_NoAnswer_IsUnknownWhenTheTimeIsUp(stop)),
        (nameof(Send_CancelledBefore_SendsNothing), static (suite, stop) => suite.Send_CancelledBefore_SendsNothing(stop)),
        (nameof(Send_CancelledUnderWay_IsUnknown), static (suite, stop) => suite.Send_CancelledUnderWay_IsUnknown(stop)),
        (nameof(Output_NeverHoldsNumbersTextsOrSecrets), static (suite, stop) => suite.Output_NeverHoldsNumbersTextsOrSecrets(stop)),
        (nameof(Features_AreThoseOfItsInfo), static (suite, stop) => suite.Features_AreThoseOfItsInfo(stop)),
        (nameof(Callbacks_OfNobody_AreNoReportsAndNeverThrow), static (suite, stop) => suite.Callbacks_OfNobody_AreNoReportsAndNeverThrow(stop)),
    ];

    /// <summary>The names of all checks, in order: the rows of a theory.</summary>
    public static IReadOnlyList<string> CheckNames { get; } = [.. Checks.Select(static check => check.Name)];

    /// <summary>Registers an account of the gateway, with credentials that <see cref="AnswerAsync"/> takes.</summary>
    /// <param name="builder">Where to.</param>
    /// <param name="name">The account's name.</param>
    /// <param name="address">The root of the server that plays the gateway; goes into the options, with the gateway's path behind it if it has one.</param>
    /// <param name="setUp">To be called last on the account's options: it takes out limits and waits that would slow the checks down.</param>
    protected abstract void AddAccount(ISmsGatewayBuilder builder, string name, Uri address, Action<SmsAccountOptions> setUp);

    /// <summary>What the gateway answers to a send that it accepts: made here from the request, or fetched from a server of yours.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">The check is over.</param>
    protected abstract Task<ServerReply> AnswerAsync(ReceivedRequest request, CancellationToken cancellationToken);

    /// <summary>A number that the gateway sends to; a different one for each index from 0 to 999.</summary>
    protected abstract string Number(int index);

    /// <summary>What must never print: the credentials of <see cref="AddAccount"/>.</summary>
    protected abstract IReadOnlyList<string> Secrets { get; }

    /// <summary>A sender that the gateway takes, where it has senders. Default: "Shop".</summary>
    protected virtual string Sender => "Shop";

    /// <summary>Runs every check.</summary>
    /// <param name="cancellationToken">Stops the run.</param>
    /// <returns>What each check came to; ask it to <see cref="ConformanceReport.EnsurePassed"/>.</returns>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public async Task<ConformanceReport> RunAllAsync(CancellationToken cancellationToken = default)
    {
        List<ConformanceResult> results = [];
        foreach (var (name, run) in Checks)
        {
            results.Add(new ConformanceResult(name, await ProblemOfAsync(run, cancellationToken).ConfigureAwait(false)));
        }

        return new ConformanceReport(GetType().Name, results);
    }

    /// <summary>Runs one check.</summary>
    /// <param name="check">One of <see cref="CheckNames"/>.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    /// <exception cref="ArgumentException">There is no such check.</exception>
    /// <exception cref="SmsAssertionException">The gateway does not show it; the text says what it shows instead.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public async Task RunAsync(string check, CancellationToken cancellationToken = default)
    {
        var run = Array.Find(Checks, item => item.Name == check).Run ?? throw new ArgumentException($"There is no check {check}.", nameof(check));
        if (await ProblemOfAsync(run, cancellationToken).ConfigureAwait(false) is { } problem)
        {
            throw new SmsAssertionException($"{check}: {problem}");
        }
    }

    // Whatever escapes a check is a finding: a gateway that throws where none may.
    private async Task<string?> ProblemOfAsync(Func<SmsGatewayConformance, CancellationToken, Task> run, CancellationToken cancellationToken)
    {
        try
        {
            await run(this, cancellationToken).ConfigureAwait(false);
            return null;
        }
        catch (SmsAssertionException exception)
        {
            return exception.Message;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            return $"It threw {exception}";
        }
    }

    private ReplyServer Serve() => new(AnswerAsync);

    private ConformanceRun Start(ReplyServer server, Action<SmsAccountOptions>? more = null, TimeProvider? time = null) => Start(server.Address, more, time);

    private ConformanceRun Start(Uri address, Action<SmsAccountOptions>? more = null, TimeProvider? time = null) => new(
        builder => AddAccount(builder, ConformanceRun.Account, address, options =>
        {
            options.Resilience.BaseDelay = options.Resilience.MaxDelay = TimeSpan.FromMilliseconds(1);
            options.Resilience.RateLimit = null;
            options.Resilience.MaxConcurrentRequests = null;
            options.Resilience.CircuitBreaker = null;
            options.Resilience.Reconciliation.Enabled = false;
            more?.Invoke(options);
        }),
        time);

    private SmsMessage Message(int index = 0, string text = "Hello from the checks") => new(Number(index), text);
}
