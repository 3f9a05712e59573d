using System.Globalization;

namespace SmsGateway.Emulator.Protocols.SmsApi;

/// <summary>A refusal: its number, the words of an English account, and numbers that were at fault.</summary>
internal sealed record SmsApiError(int Code)
{
    public IReadOnlyList<SmsApiInvalidNumber> InvalidNumbers { get; init; } = [];

    public string? OwnMessage { get; init; }

    public string Message => OwnMessage ?? Code switch
    {
        8 => "Error in request",
        11 => "Content is empty",
        12 => "Message has too many parts",
        13 => "No correct phone numbers",
        14 => "Wrong sender name",
        17 => "Flash message cannot contain special characters",
        18 => "Invalid number of parameters",
        19 => "Too many messages in one request",
        20 => "Invalid number of idx",
        25 => "Parameters normalize and datacoding cannot be used together",
        27 => "Idx is too long",
        28 => "Wrong time_restriction parameter value",
        30 => "Wrong udh parameter",
        40 => "No group of given name",
        41 => "Group is empty",
        50 => "Message can be scheduled up to three months ahead",
        52 => "Too many attempts to one number",
        53 => "Not unique idx",
        54 => "Wrong date",
        56 => "Wrong expiration date",
        57 => "Number is blacklisted",
        59 => "Recipient has opted out",
        70 => "Invalid notify_url",
        74 => "Sending date does not match the sending hours of the account",
        93 => "Group cannot be used with parameters",
        94 => "Sending messages with links is not allowed",
        101 => "Authorization failed",
        102 => "Invalid username or password",
        103 => "Insufficient credits",
        104 => "No template of given name",
        105 => "Wrong IP address",
        110 => "Action not allowed for this account",
        112 => "Sending to this country is not allowed",
        200 => "Unsuccessful message submission",
        201 or 666 or 999 => "Internal error",
        202 => "Too many simultaneous requests",
        203 => "Too many requests",
        301 => "Not exists ID message",
        400 => "Invalid message ID",
        401 => "Token has no permission for this action",
        997 => "HTTP is disabled, use HTTPS",
        1001 or 2001 => "Invalid action",
        _ => string.Create(CultureInfo.InvariantCulture, $"Error {Code}"),
    };
}

/// <summary>A number at fault.</summary>
internal sealed record SmsApiInvalidNumber(string Number, string Submitted, string Message, int? ErrorCode = null);
