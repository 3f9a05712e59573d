using System.Globalization;
using System.Security.Cryptography;
using SmsGateway.Emulator.Text;

namespace SmsGateway.Emulator.Protocols.SpeedSms;

/// <summary>Codes that the gateway makes, sends and checks.</summary>
internal static class SpeedSmsPins
{
    private const string Placeholder = "{pin_code}";
    private const int Tries = 3;

    public static GatewayReply Create(GatewayCall call, SmsInbox inbox)
    {
        var number = call.Parameters["to"];
        var text = call.Parameters["content"];
        var application = call.Parameters["app_id"];
        if (string.IsNullOrEmpty(number) || string.IsNullOrEmpty(application) || text is null || !text.Contains(Placeholder, StringComparison.Ordinal))
        {
            return SpeedSmsReplies.Refused("101");
        }

        var digits = SpeedSmsNumbers.International(number);
        if (!SpeedSmsNumbers.IsValid(number, digits))
        {
            return SpeedSmsReplies.Refused("105", [number]);
        }

        var pin = RandomNumberGenerator.GetInt32(0, 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
        var full = text.Replace(Placeholder, pin, StringComparison.Ordinal);
        var count = SegmentCount.Of(full);
        var price = inbox.SpeedSms.Price * count.Segments;
        var account = inbox.SpeedSmsAccount;
        lock (account.Gate)
        {
            if (price > account.Purse.Amount)
            {
                return SpeedSmsReplies.Refused("300");
            }

            var tranId = account.NextTranId();
            if (call.Keeps)
            {
                account.Pins[Key(digits, application)] = new(pin, Tries);
                SpeedSmsSend.Keep(call, inbox, [(number, digits)], full, count, price, tranId);
            }

            return SpeedSmsReplies.Accepted(tranId, count.Segments, price, [], inbox.SpeedSms, pin);
        }
    }

    public static GatewayReply Verify(GatewayCall call, SmsInbox inbox)
    {
        // The number is "phone" here, not "to".
        var number = call.Parameters["phone"];
        var pin = call.Parameters["pin_code"];
        var application = call.Parameters["app_id"];
        if (string.IsNullOrEmpty(number) || string.IsNullOrEmpty(pin) || string.IsNullOrEmpty(application))
        {
            return SpeedSmsReplies.Refused("101");
        }

        var account = inbox.SpeedSmsAccount;
        lock (account.Gate)
        {
            var key = Key(SpeedSmsNumbers.International(number), application);
            var known = account.Pins.GetValueOrDefault(key) ?? new("", 0);
            var verified = known.Remaining > 0 && known.Code == pin;
            var remaining = Math.Max(0, known.Remaining - 1);
            if (call.Keeps && known.Code.Length > 0)
            {
                account.Pins[key] = verified ? new("", remaining) : known with { Remaining = remaining };
            }

            return SpeedSmsReplies.Data((pin, number, verified, remaining), withCode: false, static (writer, state) =>
            {
                writer.WriteStartObject();
                writer.WriteString("pin", state.pin);
                writer.WriteString("phone", state.number);
                writer.WriteBoolean("verified", state.verified);
                writer.WriteNumber("remainingAttempts", state.remaining);
                writer.WriteEndObject();
            });
        }
    }

    private static string Key(string digits, string application) => digits + "/" + application;
}
