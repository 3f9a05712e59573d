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
        RawResponse = KeepRaw == SmsRawResponses.Never ? null : reply.Text;
        Batch.AfterUnknown = WasUnknown;
        Verdict = gateway.ReadResponse(Batch, reply);
        if (WasUnknown && !Verdict.IsWhole)
        {
            Verdict = SmsBatchVerdict.Each([.. Enumerable.Range(0, Batch.Count).Select(i => Doubted(Verdict[i]))]);
        }

        var summary = Verdict.Summary;
        if (KeepRaw == SmsRawResponses.WhenNotAccepted && Verdict.IsWhole && summary.Outcome == SmsOutcome.Accepted)
        {
            RawResponse = null;
        }

        return summary;
    }

    private static SmsVerdict Doubted(SmsVerdict verdict) => LeavesDoubt(verdict.Outcome, verdict.Error)
        ? SmsVerdict.Of(SmsOutcome.Unknown, StillInDoubt(verdict.Error!))
        : verdict;
}
