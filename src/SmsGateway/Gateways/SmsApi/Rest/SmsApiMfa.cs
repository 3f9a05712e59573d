using System.Text.Json.Serialization;
using SmsGateway.Http;
using static SmsGateway.SmsApi.SmsApiArgument;

namespace SmsGateway.SmsApi;

/// <inheritdoc cref="ISmsApiMfa"/>
internal sealed class SmsApiMfa(SmsApiRestCalls rest) : ISmsApiMfa
{
    private const string Placeholder = "[%code%]";

    public Task<SmsApiMfaCode> CreateAsync(SmsApiMfaRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentException.ThrowIfNullOrWhiteSpace(request.PhoneNumber, nameof(request));
        Require(request.Content?.Contains(Placeholder, StringComparison.Ordinal) != false, "The text holds [%code%] where the code belongs.", nameof(request));
        var body = new SmsApiMfaBody { PhoneNumber = request.PhoneNumber, Content = request.Content, From = request.From, Fast = request.Fast };
        return rest.SendAsync(
            HttpMethod.Post,
            "mfa/codes",
            SmsApiRestBody.Json(body, SmsApiJson.Default.SmsApiMfaBody),
            SmsApiJson.Default.SmsApiMfaCodeWire,
            json => json.Id is null ? null : new SmsApiMfaCode(json.Id, json.Code, json.PhoneNumber, json.From),
            cancellationToken);
    }

    public Task<SmsApiMfaResult> VerifyAsync(string phoneNumber, string code, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(phoneNumber);
        ArgumentException.ThrowIfNullOrWhiteSpace(code);
        return rest.AskAsync(
            HttpMethod.Post, "mfa/codes/verifications", SmsApiRestBody.Form(("phone_number", phoneNumber), ("code", code)), Read, cancellationToken);
    }

    // 404 and 408 are answers when SMSAPI gives them - with a JSON body -, else something in between does.
    private static QueryAnswer<SmsApiMfaResult> Read(in GatewayReply reply)
    {
        var isJson = !reply.IsEmpty && reply.Body.Span[0] is (byte)'{' or (byte)'[';
        return (reply.Status, isJson) switch
        {
            (404, true) => SmsApiMfaResult.Wrong,
            (408, true) => SmsApiMfaResult.Expired,
            (204, _) => SmsApiMfaResult.Verified,
            _ => default(QueryAnswer<SmsApiMfaResult>),
        };
    }
}

internal sealed record SmsApiMfaBody
{
    [JsonPropertyName("phone_number")]
    public required string PhoneNumber { get; init; }

    [JsonPropertyName("from")]
    public string? From { get; init; }

    [JsonPropertyName("content")]
    public string? Content { get; init; }

    [JsonPropertyName("fast")]
    public bool? Fast { get; init; }
}

internal sealed record SmsApiMfaCodeWire
{
    [JsonPropertyName("id")]
    [JsonConverter(typeof(WireText))]
    public string? Id { get; init; }

    [JsonPropertyName("code")]
    [JsonConverter(typeof(WireText))]
    public string? Code { get; init; }

    [JsonPropertyName("phone_number")]
    [JsonConverter(typeof(WireText))]
    public string? PhoneNumber { get; init; }

    [JsonPropertyName("from")]
    [JsonConverter(typeof(WireText))]
    public string? From { get; init; }
}
