namespace SmsGateway.Tests.Support;

/// <summary>Replies of each gateway to one accepted message, for servers that are no emulator. Ids are "77".</summary>
public static class SentLike
{
    public static string Accepted(string gateway, string id = "77") => gateway switch
    {
        "SmsApi" => $$"""{"count":1,"list":[{"id":"{{id}}","points":0.16,"number":"48500111222","date_sent":1893456000,"submitted_number":"48500111222","status":"QUEUE","error":null} ] }""",
        "SpeedSms" => $$"""{"status":"success","code":"00","data":{"tranId":{{id}},"totalSMS":1,"totalPrice":250,"invalidPhone":[] } }""",
        "SpeedMarket" => $$"""{"success":true,"responseCode":"000","responseDescription":"Success queued","credit":1,"balance":9,"id":"{{id}}"}""",
        "SmsClub" => $$"""{"success_request":{"info":{"{{id}}":"NUMBER"} } }""",
        _ => """{"status":true,"error":0}""",
    };

    /// <summary>The same, for the number that the message went to.</summary>
    public static string AcceptedFor(string gateway, string number, string id = "77") => Accepted(gateway, id).Replace("NUMBER", number.TrimStart('+'), StringComparison.Ordinal);
}
