using SmsGateway.Emulator.Text;

namespace SmsGateway.Emulator.Protocols.SmsApi;

/// <summary>Reads and judges the text of a send.</summary>
internal static class SmsApiContent
{
    private const int MaxPersonal = 100;

    public static (SmsApiText? Text, SmsApiError? Error) Read(GatewayCall call, SmsInbox inbox, int recipients, SmsApiOptions options)
    {
        var parameters = call.Parameters;
        var content = SmsApiText.Decoded(parameters) ?? parameters["tts"] ?? parameters["subject"];
        if (parameters["template"] is { Length: > 0 } name)
        {
            content = inbox.SmsApiAccount.Template(name);
            if (content is null)
            {
                return (null, new(104));
            }
        }

        if (string.IsNullOrEmpty(content) && call.Operation == Operation.Send)
        {
            return (null, new(11));
        }

        var text = SmsApiText.Read(parameters, content ?? "", inbox.SmsApi.LineBreakCountsTwice);
        return (text, Refusal(call, inbox, text, recipients) ?? (options.IsFlash && !GsmAlphabet.Holds(text.Text) ? new(17) : null));
    }

    private static SmsApiError? Refusal(GatewayCall call, SmsInbox inbox, SmsApiText text, int recipients)
    {
        var parameters = call.Parameters;
        if (text.HasValues && !text.HasValuesFor(recipients))
        {
            return new(18);
        }

        if ((text.HasValues || text.HasLinks) && recipients > MaxPersonal)
        {
            return new(19);
        }

        if (text.IsBinary && !(IsHexadecimal(parameters["udh"]) && IsHexadecimal(text.Text)))
        {
            return new(30);
        }

        if (parameters.Flag("nounicode") && text.Plain.Encoding == MessageEncoding.Ucs2)
        {
            return new(11);
        }

        var segments = text.Plain.Segments;
        return parameters.Flag("single") && segments > 1 ? new(12)
            : parameters.Number("max_parts") is { } most && segments > most ? new(12)
            : segments > inbox.SmsApi.MaxParts ? new(11)
            : null;
    }

    private static bool IsHexadecimal(string? text) =>
        text is { Length: > 0 } && text.Length % 2 == 0 && text.All(char.IsAsciiHexDigit);
}
