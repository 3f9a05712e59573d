namespace SmsGateway.Testing;

/// <summary>What checks say when something is not as it should be.</summary>
internal static class Expect
{
    public static void That(bool isSo, string problem)
    {
        if (!isSo)
        {
            throw new SmsAssertionException(problem);
        }
    }

    public static void Equal<T>(T expected, T actual, string what) =>
        That(EqualityComparer<T>.Default.Equals(expected, actual), $"{what}: expected {expected}, was {actual}.");

    public static void Outcome(SmsOutcome expected, SmsResult result, string after) =>
        That(result.Outcome == expected, $"After {after} the outcome should be {expected}: {result}");
}
