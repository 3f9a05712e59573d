namespace SmsGateway.SmsApi;

/// <summary>Checks of arguments. The sentences never hold a value: it may be personal.</summary>
internal static class SmsApiArgument
{
    /// <exception cref="ArgumentException"><paramref name="fine"/> is false.</exception>
    public static void Require(bool fine, string sentence, string parameter)
    {
        if (!fine)
        {
            throw new ArgumentException(sentence, parameter);
        }
    }
}
