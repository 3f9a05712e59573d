using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using SmsGateway.Http;

namespace SmsGateway.SmsApi;

/// <summary>Reads what native sends, deletions and status look-ups bring.</summary>
internal static class SmsApiSentReader
{
    public static bool TryReadSent(in GatewayReply reply, [MaybeNullWhen(false)] out SmsApiSent sent)
    {
        if (reply.TryReadJson(SmsApiJson.Default.SmsApiSentReply, out var json) && json.List is { } list)
        {
            sent = new SmsApiSent([.. list.OfType<SmsApiMessageWire>().Select(ToMessage)])
            {
                Count = json.Count.ToInt() ?? list.Length,
                Message = json.Message,
                Length = json.Length.ToInt(),
                Parts = json.Parts.ToInt(),
                RefusedNumbers = [.. SmsApiFailure.ReadNumbers(json.InvalidNumbers)],
                Fallbacks = ReadFallbacks(json.Fallbacks),
            };

            // An empty list was never documented: nothing says that it means "sent", and nothing that it means "not sent".
            return sent.Messages.Count > 0;
        }

        sent = SmsApiText.TryReadSent(reply, out var items)
            ? new SmsApiSent([.. items.Select(item => new SmsApiSentMessage(item.Id) { Points = item.Points, Number = item.Number })]) { Count = items.Length }
            : null;
        return sent is not null;
    }

    public static bool TryReadDeleted(in GatewayReply reply, [MaybeNullWhen(false)] out IReadOnlyList<string> ids)
    {
        ids = TryReadList(reply, out var list) ? [.. list.Select(item => item.Id).OfType<string>()] : null;
        return ids is not null;
    }

    public static bool TryReadStates(in GatewayReply reply, [MaybeNullWhen(false)] out IReadOnlyList<SmsApiMessageState> states)
    {
        states = TryReadList(reply, out var list)
            ? [.. list.Where(item => item.Id is not null).Select(item => new SmsApiMessageState(item.Id!, item.Status)
            {
                Idx = item.Idx,
                Number = item.Number,
                Points = item.Points,
                Error = item.Error,
            })]
            : null;
        return states is not null;
    }

    private static bool TryReadList(in GatewayReply reply, out IEnumerable<SmsApiMessageWire> list)
    {
        var read = reply.TryReadJson(SmsApiJson.Default.SmsApiSentReply, out var json) ? json.List : null;
        list = read?.OfType<SmsApiMessageWire>() ?? [];
        return read is not null;
    }

    private static SmsApiSentMessage ToMessage(SmsApiMessageWire item) => new(item.Id)
    {
        Points = item.Points,
        Number = item.Number,
        SubmittedNumber = item.SubmittedNumber,
        DateSent = item.DateSent,
        Status = item.Status,
        Idx = item.Idx,
        Parts = item.Parts.ToInt(),
        Error = item.Error,
        Message = item.Message,
        Length = item.Length.ToInt(),
    };

    // The messages were taken, whatever these look like.
    private static IReadOnlyList<SmsApiFallbackMessage> ReadFallbacks(JsonElement fallbacks)
    {
        try
        {
            return fallbacks.ValueKind == JsonValueKind.Object && fallbacks.Deserialize(SmsApiJson.Default.SmsApiFallbackReply) is { Vms.List: { } list }
                ? [.. list.OfType<SmsApiMessageWire>().Where(item => item.Id is not null).Select(item => new SmsApiFallbackMessage(item.Id!, item.Idx, item.DateSent, item.Points))]
                : [];
        }
        catch (JsonException)
        {
            return [];
        }
    }
}
