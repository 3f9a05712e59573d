namespace SmsGateway.Http;

/// <summary>The sending of one batch.</summary>
internal sealed class SendExchange(ISmsGateway gateway, SmsBatch batch, GatewayRequest request) : GatewayExchange(request)
{
    public SmsBatch Batch { get; } = batch;

    public override bool IsQuery => false;

    /// <summary>Which replies are kept as they came.</summary>
    public SmsRawResponses KeepRaw { get; init; }

    /// <summary>What is known of each message.</summary>
    public SmsBatchVerdict Verdict { get; private set; }

    /// <summary>The last reply as it came, when it is to be kept.</summary>
    public string? RawResponse { get; private set; }

    public override AttemptOutcome Failed(AttemptOutcome outcome)
    {
        Verdict = SmsBatchVerdict.All(SmsVerdict.Of(outcome.Outcome, outcome.Error!));
        return outcome;
    }

    protected override AttemptOutcome ReadReply(in GatewayReply reply)
    {
        RawResponse = null;
        Batch.AfterUnknown = WasUnknown;
        var isPlain = false;
        try
        {
            Verdict = gateway.ReadResponse(Batch, reply);
            isPlain = Verdict is { IsWhole: true, Summary.Outcome: SmsOutcome.Accepted };
        }
        finally
        {
            // Also of a reply that a driver could not even refuse.
            if (KeepRaw == SmsRawResponses.Always || (KeepRaw == SmsRawResponses.WhenNotAccepted && !isPlain))
            {
                RawResponse = reply.Text;
            }
        }

        if (WasUnknown && !Verdict.IsWhole)
        {
            Verdict = SmsBatchVerdict.Each([.. Enumerable.Range(0, Batch.Count).Select(i => Doubted(Verdict[i]))]);
        }

        return Verdict.Summary;
    }

    private static SmsVerdict Doubted(SmsVerdict verdict) => LeavesDoubt(verdict.Outcome)
        ? SmsVerdict.Of(SmsOutcome.Unknown, StillInDoubt(verdict.Error!))
        : verdict;
}
