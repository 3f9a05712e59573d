using System.Text;
using System.Text.Json;
using SmsGateway.Emulator.Protocols.Http;

namespace SmsGateway.Emulator.Cli;

/// <summary>What a reply means on a command line.</summary>
/// <param name="Output">What is printed.</param>
/// <param name="Code">How the program ends: 0 done, 1 nothing or not acknowledged, 2 refused.</param>
/// <param name="Complaint">What is said on the other stream.</param>
internal sealed record Outcome(string Output, int Code = 0, string? Complaint = null)
{
    /// <summary>A message, of which the one-time code alone is wanted.</summary>
    public static Outcome OfCode(string message) => new(Parse(message).TextMember("code") ?? "");

    /// <summary>A refusal: the emulator's sentence, or whatever a gateway says.</summary>
    public static Outcome OfRefusal(string reply) => new("", 2, Parse(reply).TextMember("detail") ?? reply);

    /// <summary>A push. At a gateway that pushes nothing by its nature, the change is the success.</summary>
    public static Outcome OfPush(string reply)
    {
        var push = Parse(reply);
        if (push.Member("acknowledged") is { ValueKind: JsonValueKind.True } || push.TextMember("gateway") is nameof(Gateway.SmsClub) or nameof(Gateway.KeyRef))
        {
            return new(reply);
        }

        return push.Member("method") is null
            ? new("", 2, $"Nothing was pushed: {push.TextMember("error")}.")
            : new(reply, 1, $"The application did not acknowledge it: {push.TextMember("error") ?? push.TextMember("status")}.");
    }

    /// <summary>A gateway's answer to a send. Most say no with HTTP 200, each in words of its own.</summary>
    public static Outcome OfSend(Gateway gateway, string reply)
    {
        var answer = Parse(reply);
        var isAccepted = gateway switch
        {
            Gateway.SmsApi => answer.Member("list") is not null,
            Gateway.SpeedSms => answer.TextMember("status") == "success",
            Gateway.SpeedMarket => answer.TextMember("success") == "true",
            Gateway.SmsClub => answer.Member("success_request")?.Member("info") is not null,
            _ => answer.TextMember("status") == "true",
        };
        return new(reply, isAccepted ? 0 : 2);
    }

    private static JsonElement Parse(string json) => JsonBody.Parse(Encoding.UTF8.GetBytes(json)) ?? default;
}
