namespace SmsGateway;

/// <summary>Which header element joins the segments of a long message (TS 23.040 clauses 9.2.3.24.1 and 9.2.3.24.8).</summary>
public enum SmsConcatenation
{
    /// <summary>An 8-bit reference: 6 octets of header, so 153 septets or 67 UCS-2 units in each segment.</summary>
    Reference8Bit,

    /// <summary>A 16-bit reference: 7 octets of header, so 152 septets or 66 UCS-2 units in each segment.</summary>
    Reference16Bit,
}
