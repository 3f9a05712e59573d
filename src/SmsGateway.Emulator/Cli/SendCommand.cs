using System.CommandLine;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using SmsGateway.Emulator.Protocols;

namespace SmsGateway.Emulator.Cli;

/// <summary>Sends a message as an application would, through the protocol of a gateway.</summary>
internal static class SendCommand
{
    /// <summary>For the gateways that want a sender's name.</summary>
    private const string AnyName = "Shop";

    public static Command Create()
    {
        var to = new Argument<string>("to") { Description = "The number." };
        var text = new Argument<string>("text") { Description = "What it says." };
        var gateway = new Option<Gateway>("--gateway") { Description = "Which protocol.", DefaultValueFactory = static _ => Gateway.SmsApi };
        var from = new Option<string?>("--from") { Description = "The sender's name; SpeedMarket has none." };
        var secret = new Option<string>("--credentials") { Description = "A token or key; for SpeedMarket user:password.", DefaultValueFactory = static _ => "any:any" };
        var command = EmulatorClient.Command("send", "Sends a message through a gateway's protocol and prints its answer.", [to, text, gateway, from, secret], (parsed, client, cancellationToken) => client.PrintAsync(
            parsed,
            Request(parsed.GetValue(gateway), new(Text.PhoneDigits.Of(parsed.GetValue(to)!), parsed.GetValue(text)!, parsed.GetValue(from), parsed.GetValue(secret)!)),
            cancellationToken,
            answer => Outcome.OfSend(parsed.GetValue(gateway), answer)));
        command.Validators.Add(result =>
        {
            if (result.GetValue(gateway) == Gateway.SpeedMarket && result.GetValue(from) is not null)
            {
                result.AddError("SpeedMarket has no sender names: leave --from out.");
            }
        });
        return command;
    }

    private static HttpRequestMessage Request(Gateway gateway, Order order) => gateway switch
    {
        Gateway.SmsApi => Form("sms.do", Bearer(order), ("format", "json"), ("encoding", "utf-8"), ("to", order.To), ("from", order.From), ("message", order.Text)),
        Gateway.SpeedSms => Json("index.php/sms/send", Basic(order.Secret + ":x"), GatewayReply.JsonBytes(order, static (writer, order) =>
        {
            writer.WriteStartObject();
            writer.WriteStartArray("to");
            writer.WriteStringValue(order.To);
            writer.WriteEndArray();
            writer.WriteString("content", order.Text);
            writer.WriteNumber("sms_type", order.From is null ? 2 : 3); // 2: a number of the gateway's; 3: a brand name.
            writer.WriteString("sender", order.From ?? "");
            writer.WriteEndObject();
        })),
        Gateway.SpeedMarket => Form("webservice-rest/send-single", Basic(order.Secret), ("type", "0"), ("number", order.To.StartsWith("55", StringComparison.Ordinal) ? order.To[2..] : order.To), ("content", order.Text)),
        Gateway.SmsClub => Json("sms/send", Bearer(order), GatewayReply.JsonBytes(order, static (writer, order) =>
        {
            writer.WriteStartObject();
            writer.WriteStartArray("phone");
            writer.WriteStringValue(order.To);
            writer.WriteEndArray();
            writer.WriteString("message", order.Text);
            writer.WriteString("src_addr", order.From ?? AnyName);
            writer.WriteEndObject();
        })),
        _ => Form("api/sms/send_sms.php", null, ("key", order.Secret), ("mobile", order.To), ("sender", order.From ?? AnyName), ("msgtext", order.Text), ("ref", "sms" + RandomNumberGenerator.GetHexString(12)), ("response", "json")),
    };

    private static HttpRequestMessage Form(string path, AuthenticationHeaderValue? authorization, params (string Name, string? Value)[] fields) => new(HttpMethod.Post, path)
    {
        Content = new FormUrlEncodedContent(fields.Where(field => field.Value is not null).Select(field => KeyValuePair.Create(field.Name, field.Value))),
        Headers = { Authorization = authorization },
    };

    private static HttpRequestMessage Json(string path, AuthenticationHeaderValue authorization, byte[] json)
    {
        var request = EmulatorClient.Json(path, json);
        request.Headers.Authorization = authorization;
        return request;
    }

    private static AuthenticationHeaderValue Bearer(Order order) => new("Bearer", order.Secret);

    private static AuthenticationHeaderValue Basic(string pair) => new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(pair)));

    private sealed record Order(string To, string Text, string? From, string Secret);
}
