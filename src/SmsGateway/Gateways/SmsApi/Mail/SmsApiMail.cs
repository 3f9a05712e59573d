using System.Globalization;
using System.Text;
using static SmsGateway.SmsApi.SmsApiArgument;

namespace SmsGateway.SmsApi;

/// <summary>
/// A message for SMSAPI's mail2sms: a mail whose body is a form. Composed here, sent by whatever mailer the application has. The
/// subject holds the credentials. Source: docs.smsapi.com, section 5. Immutable.
/// </summary>
/// <remarks>
/// SMSAPI answers by mail, and only when asked to (<c>raport=1</c>, so spelt): nothing here knows whether a message was accepted. Use it
/// where HTTP is closed. Whether "&amp;", "+" and "%" in a text must be escaped is documented nowhere, so texts with them are refused.
/// </remarks>
public sealed class SmsApiMail
{
    private const int MaxLine = 76;

    private SmsApiMail(string subject, string body) => (Subject, Body) = (subject, body);

    /// <summary>The recipient of the mail.</summary>
    public string To { get; } = "sms.do@smsapi.com";

    /// <summary>The mail's subject: the user's name and the MD5 of its password. Secret.</summary>
    public string Subject { get; }

    /// <summary>The mail's body.</summary>
    public string Body { get; }

    /// <summary>Composes a mail.</summary>
    /// <param name="username">The SMSAPI user.</param>
    /// <param name="password">Its API password, in plain text: it is hashed here. Secret.</param>
    /// <param name="sender">An active sender name.</param>
    /// <param name="number">The recipient's number with country code: digits.</param>
    /// <param name="message">The text.</param>
    /// <param name="report">Ask for a mail that says what became of it.</param>
    /// <exception cref="ArgumentException">An argument is blank, or holds what the form or the mail's header would misread.</exception>
    public static SmsApiMail Compose(string username, string password, string sender, string number, string message, bool report = false)
    {
        ArgumentException.ThrowIfNullOrEmpty(message);
        ArgumentException.ThrowIfNullOrEmpty(password);
        Require(!string.IsNullOrWhiteSpace(username) && username.All(c => c is > ' ' and < '\u007F'), "A user's name is printable ASCII.", nameof(username));
        Require(!string.IsNullOrWhiteSpace(sender) && sender.All(c => c is >= ' ' and < '\u007F') && IsPlain(sender), "A sender name is printable ASCII without \"&\", \"+\" and \"%\".", nameof(sender));
        Require(!string.IsNullOrEmpty(number) && number.All(char.IsAsciiDigit), "A number is digits.", nameof(number));
        Require(IsPlain(message), "How mail2sms reads \"&\", \"+\" and \"%\" is documented nowhere: send such a text over HTTP.", nameof(message));
        return new SmsApiMail(
            $"{username}@{SmsApiPassword.Hash(password)}",
            $"from={sender}&to={number}{(report ? "&raport=1" : "")}&message={message}");
    }

    /// <summary>The whole mail as RFC 5322 has it: headers, an empty line, the body in base64; lines end in CR LF.</summary>
    /// <param name="from">The address that sends it, "app@example.com".</param>
    /// <param name="date">The date for its header.</param>
    /// <exception cref="ArgumentException"><paramref name="from"/> is blank, or would break the header.</exception>
    public string ToMessage(string from, DateTimeOffset date)
    {
        Require(!string.IsNullOrWhiteSpace(from) && from.All(c => c is >= ' ' and < '\u007F'), "An address is printable ASCII.", nameof(from));
        var mail = new StringBuilder();
        mail.Append(CultureInfo.InvariantCulture, $"From: {from}\r\n");
        mail.Append(CultureInfo.InvariantCulture, $"To: {To}\r\n");
        mail.Append(CultureInfo.InvariantCulture, $"Subject: {Subject}\r\n");
        mail.Append(CultureInfo.InvariantCulture, $"Date: {date:ddd, dd MMM yyyy HH:mm:ss} {Zone(date.Offset)}\r\n");
        mail.Append("MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n");
        var body = Convert.ToBase64String(Encoding.UTF8.GetBytes(Body));
        for (var i = 0; i < body.Length; i += MaxLine)
        {
            mail.Append(body, i, Math.Min(MaxLine, body.Length - i)).Append("\r\n");
        }

        return mail.ToString();
    }

    /// <summary>The recipient of the mail. Never subject or body.</summary>
    public override string ToString() => $"SmsApiMail {{ To = {To} }}";

    private static string Zone(TimeSpan offset) => string.Create(
        CultureInfo.InvariantCulture, $"{(offset < TimeSpan.Zero ? '-' : '+')}{Math.Abs(offset.Hours):00}{Math.Abs(offset.Minutes):00}");

    private static bool IsPlain(string text) => text.AsSpan().IndexOfAny('&', '+', '%') < 0;
}
