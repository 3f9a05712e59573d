using System.Globalization;
using SmsGateway.Http;
using SmsGateway.KeyRef;
using SmsGateway.SmsApi;
using SmsGateway.SmsClub;
using SmsGateway.SpeedMarket;
using SmsGateway.SpeedSms;

namespace SmsGateway.Tests.Gateways;

/// <summary>Every row of the vendors' code and status tables, fed through the drivers as it would come.</summary>
public sealed class CodeTableTests
{
    public static TheoryData<string, string, string, string> Codes
    {
        get
        {
            TheoryData<string, string, string, string> data = [];
            foreach (var gateway in Drivers.Names)
            {
                foreach (var row in Fixture.Rows(gateway.Data, "codes.tsv", hasHeader: true))
                {
                    data.Add(gateway.Data, row[0], row[2], row[3]);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void ReadResponse_DocumentedCode_HasTheDocumentedMeaning(string gateway, string code, string kind, string outcome)
    {
        if (code.StartsWith("viber:", StringComparison.Ordinal))
        {
            return; // another envelope: the native client's, tested there
        }

        foreach (var reply in RepliesFor(gateway, code))
        {
            var verdict = Drivers.Create(gateway).ReadResponse(Drivers.Batch(NumberOf(gateway)), reply)[0];

            Assert.Equal(outcome, verdict.Outcome.ToString());
            Assert.Equal(Precise(code, kind, reply.Status), verdict.Error!.Kind);
            Assert.DoesNotContain(NumberOf(gateway), verdict.Error.ToString());
        }
    }

    public static TheoryData<string, string, string, string, string> Statuses
    {
        get
        {
            TheoryData<string, string, string, string, string> data = [];
            foreach (var (gateway, file) in new[] { ("smsapi", "statuses.tsv"), ("smsclub", "statuses.tsv"), ("speedmarket", "statuses.tsv"), ("keyref", "statuses.tsv"), ("speedsms", "statuses-poll.tsv"), ("speedsms", "statuses-webhook.tsv") })
            {
                foreach (var row in Fixture.Rows(gateway, file, hasHeader: true))
                {
                    data.Add(gateway, file, row[0], row[2], row[3]);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Statuses))]
    public void Status_DocumentedWord_HasTheDocumentedMeaning(string gateway, string file, string status, string neutral, string final)
    {
        foreach (var word in WordsFor(status))
        {
            Assert.Equal(neutral, StatusOf(gateway, file, word).ToString());
        }

        if (gateway == "smsapi")
        {
            Assert.Equal(final == "yes", SmsApiCodes.IsFinal(status));
        }
    }

    private static SmsDeliveryStatus StatusOf(string gateway, string file, string word) => (gateway, file) switch
    {
        ("smsapi", _) => SmsApiCodes.OfStatus(word),
        ("smsclub", _) => SmsClubCodes.OfStatus(word),
        ("speedmarket", _) => SpeedMarketCodes.OfStatus(word),
        ("keyref", _) => KeyRefCodes.OfStatus(word),
        ("speedsms", "statuses-poll.tsv") => SpeedSmsCodes.OfPoll(word),
        _ => SpeedSmsCodes.OfReport(int.TryParse(word, CultureInfo.InvariantCulture, out var value) ? value : null),
    };

    private static string[] WordsFor(string status) => status switch
    {
        "other" => ["BRAND_NEW", "12345x", ""],
        "1..63" => ["1", "2", "62", "63"],
        ">=64" => ["64", "69", "1000"],
        "<0" => ["-1", "-100"],
        _ => [status],
    };

    // Where the code tables say GatewayError for what is unreadable, and GatewayUnavailable for every 5xx, the neutral
    // catalogue is finer: UnreadableResponse, and GatewayError for 500. The outcome is the same.
    private static SmsErrorKind Precise(string code, string kind, int status) =>
        code == "body:unreadable" ? SmsErrorKind.UnreadableResponse
        : code == "http:5xx" && status == 500 ? SmsErrorKind.GatewayError
        : Enum.Parse<SmsErrorKind>(kind);

    private static string NumberOf(string gateway) => gateway switch
    {
        "speedsms" => "84900000009",
        "smsclub" => "380000000009",
        "speedmarket" => "5511900000009",
        _ => "447700900009",
    };

    private static IEnumerable<GatewayReply> RepliesFor(string gateway, string code)
    {
        if (code.StartsWith("http:", StringComparison.Ordinal))
        {
            int[] statuses = code[5..] switch
            {
                "4xx" => [410, 422],
                "5xx" => [500, 502, 503, 504, 520],
                var one => [int.Parse(one)],
            };
            foreach (var status in statuses)
            {
                yield return Reply(status, "<html>nothing of the gateway's</html>");
                yield return Reply(status, "");
            }

            yield break;
        }

        switch (gateway)
        {
            case "smsapi" when code == "body:unreadable":
                yield return Reply(200, "");
                yield return Reply(200, "<html>");
                break;
            case "smsapi" when code == "other":
                yield return Reply(200, """{"error":98765,"message":"?"}""");
                break;
            case "smsapi" when code.StartsWith("rest:", StringComparison.Ordinal):
                yield return Reply(400, $$"""{"message":"m","error":"{{code[5..]}}"}""");
                break;
            case "smsapi":
                yield return Reply(200, $$"""{"error":{{code}},"message":"m"}""");
                yield return Reply(200, $$"""{"message":"m","error":"{{code}}"}""");
                yield return Reply(200, $"ERROR:{code}");
                break;
            case "speedsms" when code == "other":
                yield return Reply(200, """{"status":"error","code":"998","message":"?"}""");
                yield return Reply(200, """{"status":"error","message":"something else"}""");
                break;
            case "speedsms" when code.StartsWith("message:", StringComparison.Ordinal):
                yield return Reply(200, $$"""{"status":"error","message":"{{code[8..]}}"}""");
                yield return Reply(200, $$"""{"status":"error","message":" {{code[8..].ToUpperInvariant()}} "}""");
                break;
            case "speedsms":
                yield return Reply(200, $$"""{"status":"error","code":"{{code}}","message":"m","invalidPhone":["0900000009"]}""");
                yield return Reply(200, "{\"status\":\"success\",\"code\":\"" + code + "\",\"data\":{\"tranId\":1}}");
                break;
            case "speedmarket":
                yield return Reply(200, $$"""{"success":false,"responseCode":"{{code}}","responseDescription":"d","credit":"0","balance":"0"}""");
                yield return Reply(403, $$"""{"success":true,"responseCode":{{int.Parse(code)}} }""");
                break;
            case "smsclub" when code == "add_info:PHONE":
                yield return Reply(200, """{"success_request":{"add_info":{"380000000009":"?"}}}""");
                break;
            case "smsclub" when code == "add_info:TEXT":
                yield return Reply(200, """{"success_request":{"add_info":"?"}}""");
                break;
            case "smsclub":
                yield return Reply(400, "{\"success_request\":{\"add_info\":{\"" + code["add_info:".Length..] + "\":\"?\"}}}");
                break;
            case "keyref" when code.Length == 3:
                yield return Reply(200, code);
                yield return Reply(200, $$"""{"status":false,"error":"{{code}}"}""");
                break;
            default:
                yield return Reply(200, $$"""{"status":false,"error":"{{code}}"}""");
                break;
        }
    }

    private static GatewayReply Reply(int status, string body) => new(status, System.Text.Encoding.UTF8.GetBytes(body));
}
