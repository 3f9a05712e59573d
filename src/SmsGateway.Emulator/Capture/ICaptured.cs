namespace SmsGateway.Emulator.Capture;

/// <summary>A record that a log can keep.</summary>
internal interface ICaptured
{
    /// <summary>Its place among all records of its kind in one emulator; given by the log.</summary>
    long Sequence { get; set; }

    /// <summary>Roughly the bytes of memory it holds.</summary>
    int Size { get; }
}
