using System.Globalization;
using System.Text;
using SmsGateway.Tests.Docs;
using SmsGateway.Webhooks;

namespace SmsGateway.Tests.Gateways;

/// <summary>Every recorded callback means what <c>callbacks.tsv</c> beside it says.</summary>
public sealed class WebhookFixtureTests
{
    [Theory]
    [InlineData("smsapi")]
    [InlineData("speedsms")]
    [InlineData("speedmarket")]
    public void Read_RecordedCallbacks_MeanWhatTheTableSays(string gateway)
    {
        var files = Directory.EnumerateFiles(Path.Combine(Fixture.Folder, gateway), "callback-*").Select(file => Path.GetFileName(file)!).Where(file => file != "callback-answer.txt");
        var rows = files.Order(StringComparer.Ordinal).Select(file => (File: file, Result: Read(gateway, file)))
            .Select(row => $"{row.File}\t{row.Result.Answer.Status}\t{string.Join(" | ", row.Result.Events.Select(Print))}\n");

        WrittenDocument.AssertIs("# file\tour answer\tthe events\n" + string.Concat(rows), "tests", "SmsGateway.Tests", "Fixtures", gateway, "callbacks.tsv");
    }

    [Fact]
    public void Answer_OfSmsApi_IsTheRecordedOneByteForByte() =>
        Assert.Equal(Fixture.Bytes("smsapi", "callback-answer.txt"), Read("smsapi", "callback-dlr-one.txt").Answer.Body.ToArray());

    // First line: "# METHOD CONTENT-TYPE"; behind it the body, or the query of a GET, byte for byte.
    private static SmsWebhookResult Read(string gateway, string name)
    {
        var file = Fixture.Bytes(gateway, name);
        var end = Array.IndexOf(file, (byte)'\n');
        var head = Encoding.ASCII.GetString(file, 2, end - 2).Split(' ');
        var content = file[(end + 1)..];
        return Drivers.Create(gateway).Webhook!.Read(new()
        {
            Account = gateway,
            Method = head[0],
            Query = head[0] == "GET" ? Encoding.Latin1.GetString(content).TrimEnd('\n') : "",
            Body = head[0] == "GET" ? default : content,
            ContentType = head.Length > 1 ? head[1] : null,
            ReceivedAt = DateTimeOffset.UnixEpoch,
        });
    }

    private static string Print(SmsEvent happened) => happened switch
    {
        SmsDeliveryReport report => Join("report", report.Message.Id, report.Message.Reference, report.Message.Number, report.Status, report.IsFinal ? "final" : "open", report.RawStatus, report.At, report.Price?.Amount, report.Reason),
        SmsInboundEvent { Message: var message } => Join("inbound", message.Sender, message.From, message.To, message.Text, message.InReplyTo?.Id, message.InReplyTo?.Reference, message.ReceivedAt),
        SmsBulkStarted bulk => Join("bulk", bulk.Kind, bulk.Count, bulk.Price?.Amount, bulk.Origin, bulk.Text),
        SmsLinkOpened opened => Join("opened", opened.Message.Id, opened.Message.Number, opened.At, opened.Device, opened.OperatingSystem, opened.Browser),
        SmsNumberLookedUp { Number: var number } looked => Join("looked", number.Id, number.Number, number.State, number.Info, number.CountryCode, number.NetworkCode, number.IsPorted, looked.PortedFrom, looked.Reference, looked.At),
        _ => happened.ToString(),
    };

    private static string Join(params object?[] values) => string.Join(' ', values.Select(value => value switch
    {
        null => "-",
        DateTimeOffset time => time.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) is { Length: > 0 } text ? text : "-",
    }));
}
