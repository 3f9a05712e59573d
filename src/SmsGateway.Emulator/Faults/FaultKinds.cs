namespace SmsGateway.Emulator.Faults;

/// <summary>Faults by the name of their wire, as the HTTP interface names them.</summary>
internal static class FaultKinds
{
    /// <summary>The fault of that kind as its factory makes it, without details.</summary>
    public static Fault Of(WireKind kind) => new(new Wire(kind), KeepsByDefault(kind));

    private static bool KeepsByDefault(WireKind kind) => kind switch
    {
        WireKind.None or WireKind.Dribble or WireKind.ByteOrderMark or WireKind.Prefix or WireKind.WrongCharset or WireKind.WrongType
            or WireKind.Latin1 or WireKind.ReplyThenClose or WireKind.BadGzip or WireKind.Gzip
            or WireKind.HeaderFlood or WireKind.ContinueFlood or WireKind.StrayBytes or WireKind.StatusLine or WireKind.ExtraFields or WireKind.NullFields
            or WireKind.DuplicateIds or WireKind.FewerResults or WireKind.Shuffled => true,
        _ => false,
    };
}
