using System.Text;
using SmsGateway.Http;

namespace SmsGateway.Tests.Gateways;

/// <summary>Whatever bytes come with a 200, no driver throws, and none says "accepted" or "failed" without evidence.</summary>
public sealed class MalformedReplyTests
{
    private static readonly byte[][] Bodies =
    [
        [],
        .. new[]
        {
            " \r\n\t ", "\uFEFF", "null", "true", "0", "999", "-1", "\"\"", "\"text\"", "{}", "[]", "[{}]", "[[]]", "{\"\":\"\"}",
            "{", "}", "[", "{\"a\":", "{\"a\":1", "{\"a\":1,}", "{'a':1}", "{\"a\":NaN}", "{\"a\":01}", "{\"a\":1}{\"a\":1}", "{} x", "x {}",
            "{\"status\":true,\"status\":false}", "{\"responseCode\":\"000\",\"responseCode\":\"010\",\"id\":\"1\"}",
            "<html><body>Login</body></html>", "<?xml version=\"1.0\"?><ok/>", "Warning: mysql_connect() in /srv/x.php on line 3", "OK", "ERROR", "ERROR:", "ERROR:x", "OK:", "OK:1", "OK:1:x",
            "{\"status\":[],\"code\":{},\"data\":7}", "{\"success_request\":[]}", "{\"success_request\":{\"info\":7}}", "{\"success_request\":{\"info\":[1,2]}}",
            "{\"list\":7,\"count\":\"x\"}", "{\"list\":[null]}", "{\"list\":[7]}", "{\"count\":1,\"list\":{\"0\":{}}}", "{\"responseCode\":[],\"messages\":{}}", "{\"responseCode\":\"\"}",
            "{\"messages\":[null,null]}", "{\"status\":\"maybe\",\"error\":\"\"}", "{\"status\":null}", "{\"data\":{\"tranId\":1}}", "{\"status\":\"success\"}", "{\"status\":\"success\",\"code\":\"00\",\"data\":[]}",
            new string('[', 10_000) + new string(']', 10_000), string.Concat(Enumerable.Repeat("{\"a\":", 500)) + "1" + new string('}', 500),
        }.Select(Encoding.UTF8.GetBytes),
        [0x00, (byte)'{', (byte)'}'],
        [0xFF, 0xFE, (byte)'{', 0, (byte)'}', 0],
        [0xC3, 0x28, 0xA0, 0xA1],
        [0x1F, 0x8B, 0x08, 0x00],
    ];

    public static TheoryData<string, int> Cases
    {
        get
        {
            TheoryData<string, int> data = [];
            foreach (var gateway in Drivers.Names)
            {
                for (var i = 0; i < Bodies.Length; i++)
                {
                    data.Add(gateway.Data, i);
                }
            }

            return data;
        }
    }

    [Fact]
    public void Bodies_PerGateway_AreAtLeastThirty() => Assert.True(Bodies.Length >= 30);

    [Theory]
    [MemberData(nameof(Cases))]
    public void ReadResponse_BodyThatIsNoAnswer_IsUnknown(string gateway, int body)
    {
        var driver = Drivers.Create(gateway);
        foreach (var numbers in new[] { new[] { "447700900001" }, ["447700900001", "447700900002"] })
        {
            var batch = Drivers.Batch(numbers);

            // As the base does it: whatever a driver might still throw reads as "not readable".
            var exchange = new SendExchange(driver, batch, new GatewayRequest(Drivers.Base, default, null)) { Account = "a" };
            exchange.Read(new GatewayReply(200, Bodies[body]));

            for (var i = 0; i < batch.Count; i++)
            {
                var verdict = exchange.Verdict[i];
                Assert.Equal(SmsOutcome.Unknown, verdict.Outcome);
                Assert.Equal(SmsErrorKind.UnreadableResponse, verdict.Error!.Kind);
                Assert.Null(verdict.Error.Exception);
            }
        }
    }
}
