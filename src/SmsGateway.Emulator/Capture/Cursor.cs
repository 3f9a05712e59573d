using System.Globalization;

namespace SmsGateway.Emulator;

/// <summary>
/// A place in a log: "from here on". The default value stands before everything, so nothing that was recorded is missed.
/// </summary>
/// <param name="Position">The sequence number of the last record before the place.</param>
public readonly record struct Cursor(long Position)
{
    /// <summary>The position as text, as the HTTP interface writes it.</summary>
    public override string ToString() => Position.ToString(CultureInfo.InvariantCulture);
}
