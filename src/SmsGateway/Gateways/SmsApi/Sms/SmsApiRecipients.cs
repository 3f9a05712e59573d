using System.Text;
using SmsGateway.Http;
using static SmsGateway.SmsApi.SmsApiArgument;

namespace SmsGateway.SmsApi;

/// <summary>The recipients of a native send: numbers and groups by ",", their idx and values by "|". Nothing escapes either sign.</summary>
internal static class SmsApiRecipients
{
    private const int MaxParameters = 4;

    /// <exception cref="ArgumentException">The lists would be misread.</exception>
    public static void Check(IReadOnlyList<SmsApiRecipient> recipients, IReadOnlyList<string> groups, SmsApiCharset charset, bool checkIdx)
    {
        Require(recipients.Count > 0 != groups.Count > 0, "A message goes to recipients (To) or to groups (Groups): one of both.", nameof(recipients));
        Require(groups.All(group => !string.IsNullOrWhiteSpace(group) && !group.Contains(',', StringComparison.Ordinal)), "The name of a group is not blank and holds no comma, which splits the list.", nameof(groups));
        if (recipients.Count == 0)
        {
            Require(!checkIdx, "CheckIdx needs an idx for each recipient; a group has none.", nameof(recipients));
            return;
        }

        var first = recipients[0];
        Require(!checkIdx || first?.Idx is not null, "CheckIdx needs an idx for each recipient.", nameof(recipients));
        foreach (var recipient in recipients)
        {
            Require(!string.IsNullOrWhiteSpace(recipient?.Number) && !recipient.Number.Contains(',', StringComparison.Ordinal), "A number is not blank and holds no comma, which splits the list.", nameof(recipients));
            Require(recipient!.Idx is null == first!.Idx is null, "All recipients have an idx, or none has.", nameof(recipients));
            Require(recipient.Idx is null or { Length: >= 1 and <= 255 } && recipient.Idx?.AsSpan().IndexOfAny('|', ',') is null or -1, "An idx has 1 to 255 characters, none of them \"|\" or \",\", which split the lists of requests and reports.", nameof(recipients));
            Require(recipient.Parameters.Count == first.Parameters.Count && first.Parameters.Count <= MaxParameters, "All recipients have equally many parameters, at most four.", nameof(recipients));
            Require(recipient.Parameters.All(value => value?.Contains('|', StringComparison.Ordinal) == false), "A parameter holds no \"|\", which splits the list.", nameof(recipients));
            Require(charset == SmsApiCharset.Utf8 || recipient.Parameters.All(value => Ascii.IsValid(value)), "In another charset than UTF-8 parameters are ASCII: how others would be read is documented nowhere.", nameof(recipients));
        }
    }

    public static void Write(ref FormWriter form, IReadOnlyList<SmsApiRecipient> recipients, IReadOnlyList<string> groups)
    {
        if (recipients.Count == 0)
        {
            form.Add("group"u8, string.Join(',', groups));
            return;
        }

        WriteList(ref form, "to"u8, "%2C"u8, recipients, static (recipient, _) => recipient.Number, 0);
        if (recipients[0].Idx is not null)
        {
            WriteList(ref form, "idx"u8, "%7C"u8, recipients, static (recipient, _) => recipient.Idx!, 0);
        }

        for (var i = 0; i < recipients[0].Parameters.Count; i++)
        {
            WriteList(ref form, SmsApiOptionsForm.ParameterName(i), "%7C"u8, recipients, static (recipient, place) => recipient.Parameters[place], i);
        }
    }

    private static void WriteList(
        ref FormWriter form, ReadOnlySpan<byte> name, ReadOnlySpan<byte> sign, IReadOnlyList<SmsApiRecipient> recipients, Func<SmsApiRecipient, int, string> value, int place)
    {
        form.Begin(name);
        for (var i = 0; i < recipients.Count; i++)
        {
            if (i > 0)
            {
                form.Raw(sign);
            }

            form.Append(value(recipients[i], place));
        }
    }
}
