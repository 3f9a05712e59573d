using System.Globalization;
using SmsGateway.Emulator.Protocols.Http;

namespace SmsGateway.Emulator.Protocols.SmsApi;

/// <summary>The fields of a sub-user in a request.</summary>
internal static class SmsApiUserFields
{
    private static readonly string[] Names = ["pass", "pass_api", "limit", "month_limit", "senders", "phonebook", "active", "info"];

    public static bool Any(ParameterSet parameters) => Array.Exists(Names, parameters.Has);

    /// <summary>What is wrong with the first bad field.</summary>
    public static int? Refusal(ParameterSet parameters) =>
        parameters["pass"] is { } pass && !IsMd5(pass) ? 1123
        : parameters["pass_api"] is { Length: > 0 } other && !IsMd5(other) ? other.Length == 32 ? 1193 : 1192
        : IsBadNumber(parameters["limit"]) ? 1131
        : IsBadNumber(parameters["month_limit"]) ? 1141
        : IsBadBit(parameters["senders"]) ? 1150
        : IsBadBit(parameters["phonebook"]) ? 1160
        : IsBadBit(parameters["active"]) ? 1170
        : null;

    public static SmsApiUser Merge(ParameterSet parameters, SmsApiUser user) => user with
    {
        Limit = Number(parameters["limit"]) ?? user.Limit,
        MonthLimit = Number(parameters["month_limit"]) ?? user.MonthLimit,
        Senders = parameters.Has("senders") ? parameters.Flag("senders") : user.Senders,
        Phonebook = parameters.Has("phonebook") ? parameters.Flag("phonebook") : user.Phonebook,
        Active = parameters.Has("active") ? parameters.Flag("active") : user.Active,
        Info = parameters["info"] ?? user.Info,
    };

    private static bool IsMd5(string hash) => hash.Length == 32 && hash.All(char.IsAsciiHexDigit);

    private static decimal? Number(string? text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static bool IsBadNumber(string? text) => text is { Length: > 0 } && Number(text) is null;

    private static bool IsBadBit(string? text) => text is { Length: > 0 } && text.ToUpperInvariant() is not ("0" or "1" or "TRUE" or "FALSE");
}
