using System.Globalization;
using System.Text;
using System.Text.Json;

namespace SmsGateway.Emulator.Protocols.SpeedMarket;

/// <summary>The envelope: its members in the order in which at least one client counts them.</summary>
internal sealed class SpeedMarketReplies(SpeedMarketBehaviour behaviour)
{
    private const string JsonType = "application/json";

    /// <summary>The debit of a call and what is left, beside an id where there is one.</summary>
    public GatewayReply Sent(string code, int credit, decimal balance, string? id)
    {
        var body = GatewayReply.JsonBytes((this, code, credit, balance, id), static (writer, state) =>
        {
            var (replies, code, credit, balance, id) = state;
            writer.WriteStartObject();
            WriteCode(writer, code, code is "000" or "002");
            replies.WriteCredit(writer, credit);
            writer.WriteString("balance", Whole(balance));
            if (id is not null)
            {
                writer.WriteString("id", id);
            }

            writer.WriteEndObject();
        });
        return new(Status(code), JsonType, behaviour.AsPrinted ? WithoutCommas(body) : body);
    }

    public GatewayReply Refused(string code, int? members = null) => GatewayReply.Json((this, code, Members: members ?? behaviour.ErrorMembers), static (writer, state) =>
    {
        writer.WriteStartObject();
        WriteCode(writer, state.code, success: false);
        if (state.Members > 3)
        {
            writer.WriteString("credit", "0");
        }

        if (state.Members > 4)
        {
            writer.WriteString("balance", "0");
        }

        writer.WriteEndObject();
    }, JsonType, Status(code));

    public GatewayReply Batch(IReadOnlyList<(string Code, int Credit)> messages, decimal balance) => GatewayReply.Json((this, messages, balance), static (writer, state) =>
    {
        var (replies, messages, balance) = state;
        writer.WriteStartObject();
        WriteCode(writer, "001", success: true);
        replies.WriteCredit(writer, messages.Sum(message => message.Credit));
        writer.WriteString("balance", Whole(balance));
        writer.WriteString("totalProcessed", Whole(messages.Count));
        writer.WriteString("totalSuccess", Whole(messages.Count(message => message.Code is "000" or "002")));
        writer.WriteStartArray("messages");
        foreach (var (code, credit) in messages)
        {
            writer.WriteStartObject();
            WriteCode(writer, code, code is "000" or "002" || replies.BatchSaysSuccess);
            replies.WriteCredit(writer, credit);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }, JsonType);

    public static GatewayReply Balance(SpeedMarketAccount account, TimeSpan zone) => GatewayReply.Json((account, zone), static (writer, state) =>
    {
        var (account, zone) = state;
        writer.WriteStartObject();
        WriteCode(writer, "200", success: true);
        for (var service = 0; service < 4; service++)
        {
            writer.WriteString(FormattableString.Invariant($"balance_{service + 1}"), Whole(account.Purse(service).Amount));
        }

        writer.WriteString("activation", SpeedMarketDates.Write(account.Activated, zone));
        writer.WriteString("expiration", SpeedMarketDates.Write(account.Activated.AddYears(1), zone));
        writer.WriteEndObject();
    }, JsonType);

    /// <summary>Rows that were found; without any, there is no member for them.</summary>
    public static GatewayReply Rows<T>(IReadOnlyList<T> rows, SpeedMarketRows shape, Action<Utf8JsonWriter, T> write) => GatewayReply.Json((rows, shape, write), static (writer, state) =>
    {
        var (rows, shape, write) = state;
        writer.WriteStartObject();
        WriteCode(writer, "200", success: true);
        if (shape == SpeedMarketRows.Single && rows.Count > 0)
        {
            write(writer, rows[0]);
        }
        else
        {
            if (shape != SpeedMarketRows.Data)
            {
                writer.WriteNumber("messageCount", rows.Count);
            }

            if (rows.Count > 0)
            {
                writer.WriteStartArray(shape == SpeedMarketRows.Data ? "data" : "messages");
                foreach (var row in rows)
                {
                    writer.WriteStartObject();
                    write(writer, row);
                    writer.WriteEndObject();
                }

                writer.WriteEndArray();
            }
        }

        writer.WriteEndObject();
    }, JsonType);

    private bool BatchSaysSuccess => behaviour.BatchSaysSuccess;

    private int Status(string code) => !behaviour.HttpStatuses ? 200 : code switch { "010" => 401, "080" => 402, "090" or "091" => 403, _ => 200 };

    private void WriteCredit(Utf8JsonWriter writer, int credit)
    {
        if (behaviour.CreditAsText)
        {
            writer.WriteString("credit", Whole(credit));
        }
        else
        {
            writer.WriteNumber("credit", credit);
        }
    }

    private static void WriteCode(Utf8JsonWriter writer, string code, bool success)
    {
        writer.WriteBoolean("success", success);
        writer.WriteString("responseCode", code);
        writer.WriteString("responseDescription", SpeedMarketCodes.Description(code));
    }

    private static string Whole(decimal amount) => decimal.Floor(amount).ToString("0", CultureInfo.InvariantCulture);

    // The page's samples of single sends have no commas behind credit and behind balance.
    private static byte[] WithoutCommas(byte[] body)
    {
        var text = Encoding.UTF8.GetString(body);
        foreach (var name in (ReadOnlySpan<string>)["\"balance\"", "\"id\""])
        {
            text = text.Replace("," + name, "\n" + name, StringComparison.Ordinal);
        }

        return Encoding.UTF8.GetBytes(text);
    }
}
