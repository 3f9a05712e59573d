using System.Text.Json;
using SmsGateway.Http;

namespace SmsGateway.SmsApi;

/// <summary>
/// A reply that stands in place of an answer: an error in the body, whatever the status - integer, numeric text, REST tag or
/// plain "ERROR:n" -, else a status that is no success.
/// </summary>
internal sealed record SmsApiFailure(SmsVerdict Verdict, SmsApiErrorReply? Json)
{
    /// <summary>The reply names numbers or fields.</summary>
    public bool HasDetails => Json is { } json
        && (json.InvalidNumbers.ValueKind == JsonValueKind.Array || json.Errors.ValueKind == JsonValueKind.Array || json.DeveloperDescription is { Length: > 0 });

    /// <summary>Null when the reply may be an answer.</summary>
    public static SmsApiFailure? Of(in GatewayReply reply)
    {
        if (SmsApiText.TryReadError(reply, out var textCode))
        {
            return new SmsApiFailure(Refuse(reply, textCode, message: null), Json: null);
        }

        var json = !reply.IsEmpty && reply.Body.Span[0] == (byte)'{' && reply.TryReadJson(SmsApiJson.Default.SmsApiErrorReply, out var read) ? read : null;
        if (json is { Error: { Length: > 0 } code, IsLookup: false } && (reply.IsSuccess || SmsApiCodes.IsListed(code)))
        {
            return new SmsApiFailure(Refuse(reply, code, json.Text), json);
        }

        if (reply.IsSuccess)
        {
            return null;
        }

        var verdict = OfStatus(reply);
        return new SmsApiFailure(verdict with { Error = verdict.Error! with { GatewayCode = json?.Error, GatewayMessage = json?.Text } }, json);
    }

    /// <summary>What a code means.</summary>
    public static SmsVerdict Refuse(in GatewayReply reply, string code, string? message)
    {
        var verdict = SmsApiCodes.OfError(code).ToVerdict(reply, SmsApiGateway.DisplayName, code, message);

        // The limit is one number's, not the account's: asking again within the minute is no use.
        return code != SmsApiCodes.TooManyToOneNumber ? verdict : verdict with
        {
            Error = verdict.Error! with { Scope = SmsErrorScope.Recipient, RetryAfter = TimeSpan.FromSeconds(60) },
        };
    }

    /// <summary>What a status means whose body says nothing.</summary>
    public static SmsVerdict OfStatus(in GatewayReply reply) => SmsApiCodes.OfHttp(reply.Status) is { } meaning
        ? meaning.ToVerdict(reply, SmsApiGateway.DisplayName, code: null, gatewayMessage: null)
        : StatusVerdict.Of(reply);

    /// <summary>The exception with what the reply named.</summary>
    public SmsApiException ToException(SmsError error) => new(
        error,
        [.. Items(Json!.InvalidNumbers).Select(ReadNumber)],
        [.. Items(Json.Errors).Select(ReadField)])
    {
        DeveloperDescription = Json.DeveloperDescription,
    };

    /// <summary>The entries of <c>invalid_numbers</c>, read without trust in their shape.</summary>
    public static IEnumerable<SmsApiRefusedNumber> ReadNumbers(JsonElement numbers) => Items(numbers).Select(ReadNumber);

    private static SmsApiRefusedNumber ReadNumber(JsonElement item)
    {
        var code = Text(item, "error_code");
        return new SmsApiRefusedNumber(Text(item, "number"), SmsApiCodes.OfError(code ?? SmsApiCodes.NoRecipient).Kind)
        {
            SubmittedNumber = Text(item, "submitted_number"),
            Code = code,
            Message = Text(item, "message"),
        };
    }

    private static SmsApiFieldError ReadField(JsonElement item) => new(Text(item, "path"), Text(item, "error"))
    {
        Message = Text(item, "message"),
        Value = Text(item, "value"),
    };

    private static IEnumerable<JsonElement> Items(JsonElement list) =>
        list.ValueKind == JsonValueKind.Array ? list.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.Object) : [];

    private static string? Text(JsonElement item, string name) =>
        item.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String or JsonValueKind.Number ? value.ToString() : null;
}
