using SmsGateway.SmsApi;
using SmsGateway.SpeedSms;

namespace SmsGateway.Samples.Guide;

internal static class GatewaysCode
{
    public static async Task<(SmsBalance Balance, object Prices)> Features(ISmsClient sms, CancellationToken cancellationToken)
    {
        var account = sms.GetRequiredService<ISmsAccount>("pl");
        var balance = await account.GetBalanceAsync(cancellationToken);

        var native = sms.GetRequiredService<ISmsApiClient>("pl");
        var prices = await native.Prices.ListAsync(cancellationToken: cancellationToken);

        return (balance, prices);
    }

    public static SmsMessage Extras()
    {
        var message = new SmsMessage("+48 500 123 456", "Parcel 7 is waiting.")
            .With(new SmsApiExtras { Fast = true, SkipForeign = true })
            .With(new SpeedSmsExtras { SmsType = SpeedSmsType.CustomerCare });
        return message;
    }
}
