using SmsGateway.Http;

namespace SmsGateway.SmsApi;

/// <summary>One-time codes of SMSAPI's making (MFA). They go out with priority, which costs half as much again.</summary>
internal sealed class SmsApiVerification(ISmsApiClient client, GatewayChannel channel) : ISmsVerification
{
    private const string Placeholder = "{code}";
    private const string Tag = "[%code%]";

    public Task StartAsync(string to, string text, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(to);
        ArgumentNullException.ThrowIfNull(text);
        SmsApiArgument.Require(text.Contains(Placeholder, StringComparison.Ordinal), "The text holds {code} where the code belongs.", nameof(text));
        SmsApiArgument.Require(!SmsApiTags.AreIn(text), "The text holds a [%...%] tag, which SMSAPI would replace.", nameof(text));
        var request = new SmsApiMfaRequest(Digits(to))
        {
            Content = text.Replace(Placeholder, Tag, StringComparison.Ordinal),
            From = ((SmsApiGateway)channel.Gateway).Sender,
        };
        return client.Rest.Mfa.CreateAsync(request, cancellationToken);
    }

    public async Task<SmsVerificationResult> CheckAsync(string to, string code, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(to);
        ArgumentNullException.ThrowIfNull(code);
        var result = await client.Rest.Mfa.VerifyAsync(Digits(to), code, cancellationToken).ConfigureAwait(false);
        return new SmsVerificationResult(result == SmsApiMfaResult.Verified);
    }

    private static string Digits(string to) =>
        PhoneNumber.TryParse(to, out var number) ? number.Digits : throw new ArgumentException("The recipient is no phone number in international form.", nameof(to));
}
