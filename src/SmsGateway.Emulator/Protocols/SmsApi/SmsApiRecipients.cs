using SmsGateway.Emulator.Push;
using SmsGateway.Emulator.Text;

namespace SmsGateway.Emulator.Protocols.SmsApi;

/// <summary>A recipient as it was submitted, with its place in the lists of idx and parameters.</summary>
internal readonly record struct SmsApiRecipient(string Submitted, string Digits, int Place, SmsApiContact? Contact);

/// <summary>Sorts the recipients of a send: who gets it, who is skipped, who is named as invalid.</summary>
internal sealed class SmsApiRecipients(GatewayCall call, SmsInbox inbox)
{
    private readonly SmsApiBehaviour _behaviour = inbox.SmsApi;

    public List<SmsApiRecipient> Accepted { get; } = [];

    public List<SmsApiInvalidNumber> Invalid { get; } = [];

    /// <summary>How many were named, before duplicates are merged and bad ones are skipped.</summary>
    public int Named { get; private set; }

    /// <summary>The numbers of a request as they came: a comma list, or a PHP array.</summary>
    public static IReadOnlyList<string> Submitted(GatewayCall call) =>
        call.Parameters.Elements("to")
        ?? (call.Parameters["to"] is { } list ? list.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) : []);

    public static IReadOnlyList<SmsApiInvalidNumber> AllInvalid(GatewayCall call) =>
        [.. Submitted(call).Select(number => new SmsApiInvalidNumber(PhoneDigits.Of(number), number, "Invalid phone number"))];

    /// <summary>Reads group or numbers; returns what refuses the whole request.</summary>
    public SmsApiError? Read()
    {
        var contacts = new List<(string Number, SmsApiContact? Contact)>();
        if (call.Parameters["group"] is { Length: > 0 } groups)
        {
            foreach (var name in groups.Split(',', StringSplitOptions.TrimEntries))
            {
                if (inbox.SmsApiAccount.Group(name) is not { } members)
                {
                    return new(40);
                }

                contacts.AddRange(members.Select(member => (member.Number, (SmsApiContact?)member)));
            }

            if (contacts.Count == 0)
            {
                return new(41);
            }
        }
        else
        {
            contacts.AddRange(Submitted(call).Select(number => (number, (SmsApiContact?)null)));
        }

        Named = contacts.Count;
        return Named == 0 ? new(13) { OwnMessage = "Recipients list cannot be empty" } : Sort(contacts);
    }

    private SmsApiError? Sort(List<(string Number, SmsApiContact? Contact)> contacts)
    {
        var seen = new HashSet<string>(contacts.Count, StringComparer.Ordinal);
        var allowsDuplicates = call.Parameters.Flag("allow_duplicates");
        for (var place = 0; place < contacts.Count; place++)
        {
            var (submitted, contact) = contacts[place];
            var digits = Digits(submitted);
            if (Fault(submitted, digits) is { } fault)
            {
                Invalid.Add(fault);
            }
            else if (allowsDuplicates || seen.Add(digits))
            {
                Accepted.Add(new(submitted, digits, place, contact));
            }
        }

        return Accepted.Count == 0 ? new SmsApiError(13) { InvalidNumbers = Invalid } : null;
    }

    private string Digits(string submitted)
    {
        var digits = PhoneDigits.Of(submitted);
        if (_behaviour.NationalPrefix is not { } prefix || submitted.StartsWith('+'))
        {
            return digits;
        }

        // A national number: nine digits, or with the zero that people dial before it.
        return digits.Length == 9 ? prefix + digits
            : digits.Length is 10 or 11 && digits[0] == '0' ? prefix + digits[1..]
            : digits;
    }

    private SmsApiInvalidNumber? Fault(string submitted, string digits)
    {
        var fate = call.Core.Options.MagicNumbers ? MagicNumbers.Fate(digits) : MagicFate.Accepted;
        if (fate == MagicFate.InvalidNumber || !PhoneDigits.LooksLikeNumber(submitted) || NumberingPlan.Kind(digits) != NumberKind.Mobile)
        {
            return new(digits, submitted, "Invalid phone number");
        }

        return inbox.SmsApiAccount.IsBlacklisted(digits) ? new(digits, submitted, "Number is blacklisted", 57)
            : fate == MagicFate.Blocked || inbox.SmsApiAccount.OptedOut.Contains(digits, StringComparer.Ordinal) ? new(digits, submitted, "Recipient has opted out", 59)
            : null;
    }
}
