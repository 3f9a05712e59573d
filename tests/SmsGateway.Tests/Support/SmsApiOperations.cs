using System.Globalization;
using SmsGateway.SmsApi;

namespace SmsGateway.Tests.Support;

/// <summary>SMSAPI's operations by name, and what they bring in one line, written the same in every culture.</summary>
public static class SmsApiOperations
{
    /// <summary>Runs an operation and prints what it brought.</summary>
    public static async Task<string> RunAsync(ISmsApiClient client, string operation, CancellationToken stop) => operation switch
    {
        "send" => Print(await client.Sms.SendAsync(new SmsApiSend { To = ["447700900001", "447700900002"], Message = "hello" }, stop)),
        "delete" => Join((await client.Sms.DeleteScheduledAsync(["1462974172199599210", "1"], stop)).ToArray()),
        "status" => string.Join(" | ", (await client.Sms.GetStatusAsync(["1", "2"], stop)).Select(item => Join(item.Id, item.Status, item.DeliveryStatus, item.IsFinal, item.Points, item.Idx, item.Number))),
        "hlr" => string.Join(" | ", (await client.Hlr.OrderAsync(["447700900001", "447700900002"], stop)).Select(item => Join(item.Number, item.Id, item.Price, item.Error?.Kind, item.Error?.GatewayCode))),
        "hlrsync" => string.Join(" | ", (await client.Hlr.LookUpAsync(["447700900001"], stop)).Select(item => Join(item.Number, item.Id, item.Status, item.State, item.Info, item.Mcc, item.Mnc, item.Ported, item.PortedFrom, item.Price, item.Date))),
        "balance" => Print(await client.Account.GetBalanceAsync(details: true, stop)),
        "user.add" => Print(await client.Users.AddAsync(new SmsApiNewUser("subuser", "secret"), stop)),
        "user.edit" => Print(await client.Users.EditAsync(new SmsApiUserChange("subuser") { Active = true }, stop)),
        "user.get" => Print(await client.Users.GetAsync("subuser", cancellationToken: stop)),
        "user.list" => string.Join(" | ", (await client.Users.ListAsync(stop)).Select(Print)),
        "sender.add" => Join(await client.Senders.AddAsync("SMSAPI", stop)),
        "sender.delete" => Join(await client.Senders.DeleteAsync("SMSAPI", stop)),
        "sender.default" => Join(await client.Senders.SetDefaultAsync("SMSAPI", stop)),
        "sender.status" => Print(await client.Senders.GetStatusAsync("SMSAPI", stop)),
        "sender.list" => string.Join(" | ", (await client.Senders.ListAsync(cancellationToken: stop)).Select(Print)),
        "prices" => string.Join(" | ", (await client.Prices.ListAsync(stop)).Select(Print)),
        "profile" => Print(await client.Rest.GetProfileAsync(stop)),
        "profile.prices" => string.Join(" | ", (await client.Rest.GetPricesAsync(SmsApiPriceType.Eco, stop)).Select(Print)),
        "sendernames" => string.Join(" | ", (await client.Rest.Sendernames.ListAsync(stop)).Select(Print)),
        "ping" => await client.Rest.PingAsync(stop) is var ping ? Join(ping.Authorized, string.Join('+', ping.Unavailable)) : "",
        "mfa" => await client.Rest.Mfa.CreateAsync(new SmsApiMfaRequest("447700900001"), stop) is var code ? Join(code.Id, code.Code, code.PhoneNumber, code.From) : "",
        "mfa.verify" => Join(await client.Rest.Mfa.VerifyAsync("447700900001", "123456", stop)),
        "links" => Join((await client.Rest.Links.ListAsync(stop)).Count),
        _ => throw new ArgumentOutOfRangeException(nameof(operation), operation, "No such operation."),
    };

    /// <summary>A refusal: kind, code, and the numbers or fields it named.</summary>
    public static string Print(SmsException refused)
    {
        var details = refused as SmsApiException;
        return Join(
            [
                refused.Error.Kind,
                refused.Error.GatewayCode,
                .. details?.RefusedNumbers.Select(item => $"{item.SubmittedNumber}={item.Kind}") ?? [],
                .. details?.Fields.Select(item => $"{item.Path}:{item.Tag}") ?? [],
            ]);
    }

    private static string Print(SmsApiSent sent) => string.Join(
        " | ",
        [
            Join(sent.Count, sent.Length, sent.Parts, sent.Message),
            .. sent.Messages.Select(item => Join(item.Id, item.Points, item.Number, item.SubmittedNumber, item.DateSent, item.Status, item.Idx, item.Parts, item.Length, item.Error)),
            .. sent.RefusedNumbers.Select(item => Join("refused", item.SubmittedNumber, item.Kind, item.Message)),
            .. sent.Fallbacks.Select(item => Join("fallback", item.Id, item.Idx, item.DateSent, item.Points)),
        ]);

    private static string Print(SmsApiBalance balance) =>
        Join(balance.Points, balance.ProCount, balance.EcoCount, balance.MmsCount, balance.VmsGsmCount, balance.VmsLandCount);

    private static string Print(SmsApiUser user) => Join(user.Username, user.Limit, user.MonthLimit, user.Senders, user.Phonebook, user.Active, user.Info);

    private static string Print(SmsApiSender sender) => Join(sender.Name, sender.Status, sender.IsActive, sender.IsDefault, sender.CreatedAt);

    private static string Print(SmsApiPrice price) => Join(price.Amount, price.Currency, price.Country, price.Network, price.Mcc, price.Mnc, price.ChangedAt);

    private static string Print(SmsApiProfile profile) =>
        Join(profile.Username, profile.Name, profile.Email, profile.PhoneNumber, profile.PaymentType, profile.UserType, profile.Points);

    private static string Join(params object?[] values) => string.Join(' ', values.Select(value => value switch
    {
        null => "-",
        DateTimeOffset time => time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) is { Length: > 0 } text ? text : "\"\"",
    }));
}
