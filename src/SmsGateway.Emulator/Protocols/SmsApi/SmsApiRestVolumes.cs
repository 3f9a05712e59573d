using System.Text.Json;

namespace SmsGateway.Emulator.Protocols.SmsApi;

/// <summary>How many messages went to each country in a month, by REST.</summary>
internal static class SmsApiRestVolumes
{
    public static GatewayReply Run(GatewayCall call, SmsInbox inbox)
    {
        var year = call.Parameters.Number("year") ?? call.Now.Year;
        var month = call.Parameters.Number("month") ?? call.Now.Month;
        return SmsApiRest.Collection(
            [
                .. inbox.Messages
                    .Where(message => message is { Gateway: Gateway.SmsApi, IsTest: false } && message.AcceptedAt.Year == year && message.AcceptedAt.Month == month)
                    .GroupBy(message => Country(message.To[1..]))
                    .Select(group => (Country: group.Key, Usage: group.Count())),
            ],
            Write);
    }

    private static (string Code, string Name) Country(string digits) => digits switch
    {
        ['4', '8', ..] => ("PL", "Poland"),
        ['4', '6', ..] => ("SE", "Sweden"),
        ['8', '4', ..] => ("VN", "Vietnam"),
        ['3', '8', '0', ..] => ("UA", "Ukraine"),
        ['5', '5', ..] => ("BR", "Brazil"),
        _ => ("GB", "United Kingdom"),
    };

    private static void Write(Utf8JsonWriter writer, ((string Code, string Name) Country, int Usage) volume)
    {
        writer.WriteString("country_code", volume.Country.Code);
        writer.WriteString("country_name", volume.Country.Name);
        writer.WriteNull("country_limit");
        writer.WriteNumber("usage", volume.Usage);
    }
}
