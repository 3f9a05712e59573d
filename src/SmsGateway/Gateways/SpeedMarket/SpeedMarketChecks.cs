using System.Buffers;
using SmsGateway.Http;

namespace SmsGateway.SpeedMarket;

/// <summary>What would be refused, or dropped silently, is refused here.</summary>
internal static class SpeedMarketChecks
{
    public const int MaxReferenceLength = 32;
    private const int MaxCaptionLength = 490;

    // A comma would split campaign ids in look-ups.
    private static readonly SearchValues<char> Allowed =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-");

    public static SmsError? Check(OutgoingSms message, SpeedMarketService service)
    {
        var extras = message.Message.GetExtras<SpeedMarketExtras>();
        return message.Reference.Length > MaxReferenceLength || message.Reference.AsSpan().ContainsAnyExcept(Allowed)
                ? new SmsError(SmsErrorKind.InvalidRequest, "A reference at SpeedMarket has at most 32 letters, digits and - _.")
            : !Enum.IsDefined(service) ? new SmsError(SmsErrorKind.InvalidRequest, "SpeedMarket has the services 0 to 8.")
            : message.Message.Flash && extras?.Service is not (null or SpeedMarketService.Flash)
                ? new SmsError(SmsErrorKind.NotSupported, "At SpeedMarket flash is a service of its own: leave out either Flash or the extras' Service.")
            : extras?.TimeZone is { } zone && !SpeedMarketTime.IsZone(zone) ? new SmsError(SmsErrorKind.InvalidRequest, "A time zone is -14 to 14 hours in whole minutes.")
            : CheckMedia(message.Text, extras?.Caption, service);
    }

    private static SmsError? CheckMedia(string text, string? caption, SpeedMarketService service)
    {
        var isCaptioned = service is SpeedMarketService.WhatsAppImage or SpeedMarketService.WhatsAppVideo;
        return caption is not null && !isCaptioned ? new SmsError(SmsErrorKind.NotSupported, "At SpeedMarket only WhatsApp pictures and videos have a caption.")
            : caption?.Length > MaxCaptionLength ? new SmsError(SmsErrorKind.InvalidRequest, "A caption has at most 490 characters.")
            : isCaptioned && !(Uri.TryCreate(text, UriKind.Absolute, out var file) && file.Scheme is "http" or "https")
                ? new SmsError(SmsErrorKind.InvalidContent, "The text of a WhatsApp picture or video is the address of the file.")
            : null;
    }
}
