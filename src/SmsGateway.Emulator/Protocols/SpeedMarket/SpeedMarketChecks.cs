using SmsGateway.Emulator.Push;

namespace SmsGateway.Emulator.Protocols.SpeedMarket;

/// <summary>What this vendor refuses at once, and what it takes and blocks afterwards.</summary>
internal static class SpeedMarketChecks
{
    private const int MaxCaption = 490;

    public static string? Refusal(GatewayCall call, SpeedMarketBehaviour behaviour, SpeedMarketRequest request, out DateTimeOffset? schedule)
    {
        schedule = null;
        if (request.Type is not { } type || !behaviour.Types.Contains(type))
        {
            return "020";
        }

        if (request.Content.Length == 0)
        {
            return "030";
        }

        var isBad = call.Core.Options.MagicNumbers && MagicNumbers.Fate(request.Digits) == MagicFate.InvalidNumber;
        if (!request.HasNumber || isBad)
        {
            return "050";
        }

        if (request.Country != "55" && !behaviour.InternationalAllowed)
        {
            return "060";
        }

        if (!SpeedMarketDates.TryZone(request.TimeZone, behaviour.TimeZone, out var zone))
        {
            return "140";
        }

        if (request.Schedule is { } text)
        {
            if (!SpeedMarketDates.TryRead(text, zone, out var date))
            {
                return "040";
            }

            schedule = date > call.Now ? date : null;
        }

        return HasRightFile(type, request) ? null : "150";
    }

    /// <summary>Landlines and blacklisted numbers are accepted, then blocked: the first report says so.</summary>
    public static void Block(GatewayCall call, CapturedMessage message)
    {
        var status = NumberingPlan.Kind(message.To.AsSpan(1)) == NumberKind.Landline && message.Channel != Channel.Voice ? "-4"
            : call.Core.Options.MagicNumbers && MagicNumbers.Fate(message.To) == MagicFate.Blocked ? "-5"
            : null;
        if (status is not null)
        {
            _ = TellAsync(call.Core.Deliveries, call.Inbox!, message, status, call.Core.Stopping);
        }
    }

    private static async Task TellAsync(Deliveries deliveries, SmsInbox inbox, CapturedMessage message, string status, CancellationToken stopping)
    {
        try
        {
            await deliveries.ReportAsync(inbox, [message], DeliveryState.Rejected, new() { RawStatus = status }, stopping).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is OperationCanceledException or ObjectDisposedException)
        {
            // The emulator went away.
        }
    }

    private static bool HasRightFile(int type, SpeedMarketRequest request)
    {
        var extension = type switch { 6 => ".jpg", 8 => ".mp4", _ => null };
        if (extension is null)
        {
            return true;
        }

        return Uri.TryCreate(request.Content, UriKind.Absolute, out var file)
            && file.AbsolutePath.EndsWith(extension, StringComparison.OrdinalIgnoreCase)
            && (request.Field("caption")?.Length ?? 0) <= MaxCaption;
    }
}
