namespace SmsGateway.Testing;

/// <summary>Something that a test expected is not so. Any test framework shows its text.</summary>
/// <param name="message">What was expected, and what was there instead.</param>
public sealed class SmsAssertionException(string message) : Exception(message);
