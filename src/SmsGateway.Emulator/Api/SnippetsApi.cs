namespace SmsGateway.Emulator.Api;

/// <summary>How a first message is sent through each gateway, from a shell and from C#.</summary>
internal static class SnippetsApi
{
    public static readonly IReadOnlyList<ApiRoute> Routes =
    [
        new("GET", "/api/v1/snippets", SnippetsAsync),
    ];

    /// <summary>A command that sends a message, as the gateway's document has it.</summary>
    /// <param name="gateway">Which gateway.</param>
    /// <param name="address">Its base address.</param>
    /// <param name="secret">What stands where credentials belong.</param>
    public static string Shell(Gateway gateway, string address, string secret) => gateway switch
    {
        Gateway.SmsApi => $"""
            curl '{address}sms.do' \
              -H 'Authorization: Bearer {secret}' \
              -d format=json -d encoding=utf-8 -d to=48500111222 \
              --data-urlencode 'message=Zażółć gęślą jaźń!'
            """,
        Gateway.SpeedSms => $$"""
            curl '{{address}}sms/send' -u {{secret}}:x \
              -H 'Content-Type: application/json' \
              -d '{"to":["84900000101"],"content":"Your code is 482910",
                   "sms_type":2,"sender":""}'
            """,
        Gateway.SpeedMarket => $"""
            curl '{address}send-single' \
              -u {secret}:{secret} \
              -d type=0 -d number=11900000101 -d campaign_id=order4815 \
              --data-urlencode 'content=Your order is on its way'
            """,
        Gateway.SmsClub => $$"""
            curl '{{address}}sms/send' \
              -H 'Authorization: Bearer {{secret}}' \
              -H 'Content-Type: application/json' \
              -d '{"phone":["380500000101"],"message":"Your order is ready",
                   "src_addr":"Shop"}'
            """,
        _ => $"""
            curl '{address}api/sms/send_sms.php' \
              -d key={secret} -d response=json -d ref=order4815 \
              -d mobile=46700000101 -d sender=Shop \
              --data-urlencode 'msgtext=See you at 9'
            """,
    };

    /// <summary>The same with the SmsGateway library.</summary>
    public static string CSharp(Gateway gateway, string address, string secret)
    {
        var (credentials, number) = gateway switch
        {
            Gateway.SmsApi => ($"o.AccessToken = \"{secret}\";", "+48500111222"),
            Gateway.SpeedSms => ($"o.AccessToken = \"{secret}\";", "+84900000101"),
            Gateway.SpeedMarket => ($"(o.User, o.Password) = (\"{secret}\", \"{secret}\");", "+5511900000101"),
            Gateway.SmsClub => ($"(o.Token, o.Sender) = (\"{secret}\", \"Shop\");", "+380500000101"),
            _ => ($"(o.Key, o.Sender) = (\"{secret}\", \"Shop\");", "+46700000101"),
        };
        return $$"""
            services.AddSmsGateway().Add{{gateway}}("test", o =>
            {
                o.BaseAddress = new Uri("{{address}}");
                {{credentials}}
            });

            // sms is the ISmsClient that was injected
            await sms.SendAsync("{{number}}", "Hello");
            """;
    }

    private static Task SnippetsAsync(ApiCall call)
    {
        if (!Enum.TryParse<Gateway>(call.Query("gateway"), ignoreCase: true, out var gateway) || !Enum.IsDefined(gateway))
        {
            throw new FormatException($"gateway is one of {string.Join(", ", Enum.GetNames<Gateway>())}.");
        }

        var secret = call.Core.Options.AcceptAnyCredentials ? "any" : "SECRET";
        return call.JsonAsync((gateway, address: call.BaseAddress(gateway), secret), static (writer, state) =>
        {
            writer.WriteStartObject();
            writer.WriteString("shell", Shell(state.gateway, state.address, state.secret));
            writer.WriteString("csharp", CSharp(state.gateway, state.address, state.secret));
            writer.WriteEndObject();
        });
    }
}
