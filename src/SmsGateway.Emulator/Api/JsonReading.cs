using System.Text.Json;
using SmsGateway.Emulator.Protocols.Http;

namespace SmsGateway.Emulator.Api;

/// <summary>Reads members of a request's body. A member of a wrong kind is a mistake of the caller, and named.</summary>
internal static class JsonReading
{
    public static string? Text(this JsonElement element, string name) => element.Member(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.String } text => text.GetString(),
        _ => throw new FormatException($"{name} is a text."),
    };

    public static bool Flag(this JsonElement element, string name, bool usual = false) => element.Member(name) switch
    {
        null => usual,
        { ValueKind: JsonValueKind.True } => true,
        { ValueKind: JsonValueKind.False } => false,
        _ => throw new FormatException($"{name} is true or false."),
    };

    public static int Number(this JsonElement element, string name, int usual = 0) => element.Member(name) switch
    {
        null => usual,
        { ValueKind: JsonValueKind.Number } number when number.TryGetInt32(out var value) => value,
        _ => throw new FormatException($"{name} is a whole number."),
    };

    public static double Share(this JsonElement element, string name) => element.Member(name) switch
    {
        { ValueKind: JsonValueKind.Number } number when number.TryGetDouble(out var value) && value is >= 0 and <= 1 => value,
        _ => throw new FormatException($"{name} is a number from 0 to 1."),
    };

    /// <summary>A time in milliseconds, up to an hour.</summary>
    public static TimeSpan Milliseconds(this JsonElement element, string name)
    {
        var value = element.Number(name);
        return value is >= 0 and <= 3_600_000 ? TimeSpan.FromMilliseconds(value) : throw new FormatException($"{name} is 0 to 3600000 milliseconds.");
    }

    public static T? Word<T>(this JsonElement element, string name)
        where T : struct, Enum =>
        element.Text(name) is not { } text ? null
        : Enum.TryParse<T>(text, ignoreCase: true, out var value) && Enum.IsDefined(value) ? value
        : throw new FormatException($"{name} is one of {string.Join(", ", Enum.GetNames<T>())}.");

    public static Uri? Address(this JsonElement element, string name) =>
        element.Text(name) is not { } text ? null
        : Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address
        : throw new FormatException($"{name} is an http or https address.");
}
