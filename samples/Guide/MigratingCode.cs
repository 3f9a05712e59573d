namespace SmsGateway.Samples.Guide;

internal static class MigratingCode
{
    public static async Task<SmsOutcome> After(ISmsClient sms, string to, string text, CancellationToken cancellationToken)
    {
        var result = await sms.SendAsync(new SmsMessage(to, text), cancellationToken);
        return result.Outcome;
    }
}
