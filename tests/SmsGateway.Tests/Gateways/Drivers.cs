using SmsGateway.Http;
using SmsGateway.KeyRef;
using SmsGateway.SmsApi;
using SmsGateway.SmsClub;
using SmsGateway.SpeedMarket;
using SmsGateway.SpeedSms;

namespace SmsGateway.Tests.Gateways;

/// <summary>The five drivers with plain options, for tests of the pure functions.</summary>
internal static class Drivers
{
    public static readonly Uri Base = new("https://gateway.example/");

    public static TheoryData<string> Names => ["smsapi", "speedsms", "speedmarket", "smsclub", "keyref"];

    public static ISmsGateway Create(string name, bool byGet = false) => name switch
    {
        "smsapi" => new SmsApiGateway(new SmsApiOptions { AccessToken = "token-of-smsapi", BaseAddress = Base }),
        "speedsms" => new SpeedSmsGateway(new SpeedSmsOptions { AccessToken = "token-of-speedsms", BaseAddress = Base }),
        "speedmarket" => new SpeedMarketGateway(new SpeedMarketOptions { User = "user", Password = "password", BaseAddress = Base }),
        "smsclub" => new SmsClubGateway(new SmsClubOptions { Token = "token-of-smsclub", BaseAddress = Base }),
        "keyref" => new KeyRefGateway(new KeyRefOptions { Key = "key-of-keyref", BaseAddress = Base, UseGet = byGet }),
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };

    public static SmsBatch Batch(params string[] numbers) => Batch(numbers, references: null);

    public static SmsBatch Batch(string[] numbers, string[]? references, Func<SmsMessage, SmsMessage>? with = null) => new(
        [.. numbers.Select((number, i) =>
        {
            var message = new SmsMessage($"+{number}", "hello") { From = "Shop" };
            return new OutgoingSms(with is null ? message : with(message), PhoneNumber.Parse(message.To), references?[i] ?? $"reference{i:D6}") { Index = i };
        })],
        new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero));
}
