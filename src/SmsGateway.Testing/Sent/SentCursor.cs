namespace SmsGateway.Testing;

/// <summary>A place among the recorded messages: "from here on". The default value stands before the first.</summary>
/// <param name="Sequence">The sequence of the last message before the place.</param>
public readonly record struct SentCursor(long Sequence);
