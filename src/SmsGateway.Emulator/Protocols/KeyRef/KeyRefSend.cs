using System.Collections.Frozen;
using SmsGateway.Emulator.Push;
using SmsGateway.Emulator.Text;

namespace SmsGateway.Emulator.Protocols.KeyRef;

/// <summary>One message to one number. Checks in the order key, address, missing parameter, credit, queue.</summary>
internal static class KeyRefSend
{
    private static readonly FrozenSet<string> Known = new[] { "key", "mobile", "sender", "msgtext", "ref", "response" }.ToFrozenSet(StringComparer.Ordinal);

    public static KeyRefOutcome Run(GatewayCall call, KeyRefBehaviour behaviour)
    {
        if (Refusal(call, behaviour) is { } refusal)
        {
            return refusal;
        }

        var parameters = call.Parameters;
        foreach (var (name, title) in (ReadOnlySpan<(string, string)>)[("mobile", "Mobile"), ("sender", "Sender"), ("msgtext", "Msgtext"), ("ref", "Ref")])
        {
            if (string.IsNullOrEmpty(parameters[name]))
            {
                return KeyRefOutcome.Missing(title);
            }
        }

        var account = call.Inbox!.KeyRefAccount;
        lock (account.Gate)
        {
            return Take(call, behaviour, account, parameters["mobile"]!, parameters["ref"]!);
        }
    }

    /// <summary>Whether key or address are refused; the report script asks the same.</summary>
    public static KeyRefOutcome? Refusal(GatewayCall call, KeyRefBehaviour behaviour) =>
        string.IsNullOrEmpty(call.Parameters["key"]) ? KeyRefOutcome.Missing("Key")
        : call.Inbox is null ? KeyRefOutcome.WrongKey
        : behaviour.AddressAllowed ? null
        : KeyRefOutcome.AddressRefused;

    private static KeyRefOutcome Take(GatewayCall call, KeyRefBehaviour behaviour, KeyRefAccount account, string mobile, string reference)
    {
        var text = call.Parameters["msgtext"]!;
        var count = SegmentCount.Of(text);
        var price = behaviour.Price * count.Segments;
        var fate = call.Core.Options.MagicNumbers ? MagicNumbers.Fate(mobile) : MagicFate.Accepted;
        if (fate == MagicFate.NoCredit || price > account.Purse.Amount)
        {
            return KeyRefOutcome.NoCredit;
        }

        // International digits, no plus, no 00; what is no such number has no code of its own.
        if (fate != MagicFate.Accepted || mobile.AsSpan().ContainsAnyExceptInRange('0', '9') || NumberingPlan.Kind(mobile) != NumberKind.Mobile)
        {
            return KeyRefOutcome.NotAccepted;
        }

        var handle = KeyRefAccount.Handle(mobile, reference, behaviour);
        if (behaviour.DuplicateReference is KeyRefDuplicate.Refused or KeyRefDuplicate.Absorbed && account.Index.FindLast(handle) is not null)
        {
            return behaviour.DuplicateReference == KeyRefDuplicate.Refused ? KeyRefOutcome.NotAccepted : KeyRefOutcome.Accepted;
        }

        if (call.Keeps)
        {
            account.Purse.TryPay(price);
            var message = Message(call, mobile, reference, text, count, price);
            account.Index.Add(handle, message);
            call.Accept([message]);
        }

        return KeyRefOutcome.Accepted;
    }

    private static CapturedMessage Message(GatewayCall call, string mobile, string reference, string text, SegmentCount count, decimal price) => new()
    {
        Gateway = Gateway.KeyRef,
        Inbox = call.Inbox!.Name,
        GatewayId = "",
        To = "+" + mobile,
        SubmittedTo = mobile,
        From = call.Parameters["sender"],
        Text = text,
        Reference = reference,
        Encoding = count.Encoding,
        Segments = count.Segments,
        Price = price,
        Currency = "",
        AcceptedAt = call.Now,
        Extras = call.Parameters.Except(Known),
    };
}
