using SmsGateway.Http;

namespace SmsGateway.SmsApi;

/// <inheritdoc cref="ISmsApiClient"/>
internal sealed class SmsApiClient : ISmsApiClient
{
    public SmsApiClient(GatewayChannel channel)
    {
        var calls = new SmsApiCalls(channel);
        Sms = new SmsApiSms(calls);
        Hlr = new SmsApiHlr(calls);
        Users = new SmsApiUsers(calls);
        Senders = new SmsApiSenders(calls);
        Prices = new SmsApiPrices(calls);
        Account = new SmsApiAccount(calls);
        Mms = new SmsApiMmsClient(calls);
        Vms = new SmsApiVmsClient(calls);
        Rest = new SmsApiRest(calls);
    }

    public ISmsApiSms Sms { get; }

    public ISmsApiHlr Hlr { get; }

    public ISmsApiUsers Users { get; }

    public ISmsApiSenders Senders { get; }

    public ISmsApiPrices Prices { get; }

    public ISmsApiAccount Account { get; }

    public ISmsApiMms Mms { get; }

    public ISmsApiVms Vms { get; }

    public ISmsApiRest Rest { get; }
}
