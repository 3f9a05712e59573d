namespace SmsGateway.Emulator;

/// <summary>What a test expected of the emulator did not happen. The text says what did; secrets never stand in it.</summary>
public sealed class ExpectationException : Exception
{
    /// <summary>Without a text.</summary>
    public ExpectationException()
    {
    }

    /// <summary>With a text.</summary>
    /// <param name="message">What was expected and what came instead.</param>
    public ExpectationException(string message)
        : base(message)
    {
    }

    /// <summary>With a text and a cause.</summary>
    /// <param name="message">What was expected and what came instead.</param>
    /// <param name="innerException">The cause.</param>
    public ExpectationException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
