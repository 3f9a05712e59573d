using SmsGateway.Emulator.Protocols.Http;

namespace SmsGateway.Emulator.Protocols.SmsApi;

/// <summary>The parameters of a send that are neither recipients nor text, checked.</summary>
internal sealed record SmsApiOptions
{
    public string? From { get; private init; }

    public DateTimeOffset? Date { get; private init; }

    public DateTimeOffset? Expires { get; private init; }

    public string? NotifyUrl { get; private init; }

    public bool IsTest { get; private init; }

    public bool IsFast { get; private init; }

    public bool IsFlash { get; private init; }

    /// <summary>Reads them; returns what refuses the whole request instead.</summary>
    public static (SmsApiOptions? Options, SmsApiError? Error) Read(GatewayCall call, SmsInbox inbox)
    {
        var parameters = call.Parameters;
        var behaviour = inbox.SmsApi;
        if (parameters.Flag("normalize") && parameters.Has("datacoding"))
        {
            return (null, new(25));
        }

        if (parameters["time_restriction"] is { Length: > 0 } restriction
            && restriction.ToUpperInvariant() is not ("FOLLOW" or "IGNORE" or "NEAREST_AVAILABLE"))
        {
            return (null, new(28));
        }

        if (ReadDate(parameters, behaviour, call.Now, out var date) is { } error)
        {
            return (null, error);
        }

        if (!TryReadExpiry(parameters, behaviour, date ?? call.Now, out var expires))
        {
            return (null, new(56));
        }

        if (parameters["notify_url"] is { Length: > 0 } url && !(Uri.TryCreate(url, UriKind.Absolute, out var target) && target.Scheme is "http" or "https"))
        {
            return (null, new(70));
        }

        if (!inbox.SmsApiAccount.Senders.MaySend(parameters["from"], behaviour.AnySender))
        {
            return (null, new(14));
        }

        return (new()
        {
            From = string.IsNullOrEmpty(parameters["from"]) ? inbox.SmsApiAccount.Senders.Default : parameters["from"],
            Date = date,
            Expires = expires,
            NotifyUrl = parameters["notify_url"],
            IsTest = parameters.Flag("test"),
            IsFast = parameters.Flag("fast"),
            IsFlash = parameters.Flag("flash"),
        }, null);
    }

    // A date that lies behind means at once, and so does one that cannot be read, unless the caller asked for a check.
    private static SmsApiError? ReadDate(ParameterSet parameters, SmsApiBehaviour behaviour, DateTimeOffset now, out DateTimeOffset? date)
    {
        date = null;
        if (parameters["date"] is { Length: > 0 } text)
        {
            if (!SmsApiDates.TryRead(text, out var read))
            {
                return parameters.Flag("date_validate") ? new(54) : null;
            }

            if (read > now.AddMonths(3))
            {
                return new(50);
            }

            date = read > now ? read : null;
        }

        return behaviour.SendingHours is { } hours ? Restrict(parameters["time_restriction"] ?? "follow", hours, now, ref date) : null;
    }

    private static SmsApiError? Restrict(string restriction, (TimeOnly From, TimeOnly To) hours, DateTimeOffset now, ref DateTimeOffset? date)
    {
        var leaves = (date ?? now).ToUniversalTime();
        if (restriction.Equals("ignore", StringComparison.OrdinalIgnoreCase) || TimeOnly.FromDateTime(leaves.DateTime).IsBetween(hours.From, hours.To))
        {
            return null;
        }

        if (!restriction.Equals("nearest_available", StringComparison.OrdinalIgnoreCase))
        {
            return new(74);
        }

        var opening = new DateTimeOffset(leaves.Date + hours.From.ToTimeSpan(), TimeSpan.Zero);
        date = opening > leaves ? opening : opening.AddDays(1);
        return null;
    }

    private static bool TryReadExpiry(ParameterSet parameters, SmsApiBehaviour behaviour, DateTimeOffset leaves, out DateTimeOffset? expires)
    {
        expires = null;
        if (parameters["expiration_date"] is not { Length: > 0 } text)
        {
            return true;
        }

        if (!SmsApiDates.TryRead(text, out var read))
        {
            return false;
        }

        expires = read;
        var span = read - leaves;
        return span >= behaviour.Validity.Least && span <= behaviour.Validity.Greatest;
    }
}
