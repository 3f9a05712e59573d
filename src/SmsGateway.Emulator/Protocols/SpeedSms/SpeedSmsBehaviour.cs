namespace SmsGateway.Emulator;

/// <summary>What SpeedSMS's pages leave open, as switches. The defaults are the emulator's best guess.</summary>
public sealed record SpeedSmsBehaviour
{
    /// <summary>Whether a JSON body with bytes beyond ASCII is refused with 101, as one live report has it.</summary>
    public bool OnlyAscii { get; init; }

    /// <summary>Whether <c>type</c> in JSON is ignored (and so means type 2); else it is as good as <c>sms_type</c>.</summary>
    public bool IgnoreType { get; init; }

    /// <summary>Whether every sender is taken; else only those of <see cref="Senders"/>, and others get "sender not found".</summary>
    public bool AnySender { get; init; } = true;

    /// <summary>The senders of the account. Without any, even an empty sender is refused, as on a fresh account.</summary>
    public IReadOnlyList<string> Senders { get; init; } = ["Verify", "Notify"];

    /// <summary>Longer texts get 113.</summary>
    public int MaxSegments { get; init; } = 3;

    /// <summary>Whether one bad number among good ones refuses the whole call with 105; else it stands in <c>invalidPhone</c>.</summary>
    public bool OneBadNumberRefusesAll { get; init; }

    /// <summary>Whether a call with bad numbers only is a success without messages; else it is a 105.</summary>
    public bool AllBadIsSuccess { get; init; }

    /// <summary>Whether bad numbers are echoed in the local form; else as they came.</summary>
    public bool EchoLocalForm { get; init; }

    /// <summary>Whether user/info comes without the envelope.</summary>
    public bool BareUserInfo { get; init; }

    /// <summary>Which meaning the numbers of sms/status have.</summary>
    public SpeedSmsPollTable PollTable { get; init; } = SpeedSmsPollTable.TwoClients;

    /// <summary>Whether the paths also work without <c>index.php</c>.</summary>
    public bool RootPaths { get; init; }

    /// <summary>Whether <c>tranId</c> is a text; else a number.</summary>
    public bool TranIdAsText { get; init; }

    /// <summary>Whether <c>tranId</c> is left out.</summary>
    public bool OmitTranId { get; init; }

    /// <summary>The price of a segment, in VND.</summary>
    public decimal Price { get; init; } = 250m;

    /// <summary>The price of a call, in VND.</summary>
    public decimal VoicePrice { get; init; } = 400m;

    /// <summary>The limit of requests; none when null.</summary>
    public RateLimit? RateLimit { get; init; } = new(60, TimeSpan.FromSeconds(60));

    /// <summary>How pushes are repeated until they are answered with 2xx.</summary>
    public RetryPolicy PushRetry { get; init; } = RetryPolicy.Once;
}

/// <summary>Which meaning the numbers of sms/status have; the sources contradict each other.</summary>
public enum SpeedSmsPollTable
{
    /// <summary>-1 sending, 0 waiting, 1 success, 2 error.</summary>
    TwoClients,

    /// <summary>0 waiting, 1 sending, 2 success, 3 error.</summary>
    ThirdClient,
}
