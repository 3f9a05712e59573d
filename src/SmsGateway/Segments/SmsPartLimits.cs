using System.Runtime.InteropServices;

namespace SmsGateway;

/// <summary>How many units a message may hold (septets for GSM-7, 16-bit units for UCS-2).</summary>
/// <remarks>
/// The standard's own numbers are 160/153 and 70/67 (TS 23.040 clauses 9.2.3.16 and 9.2.3.24): 140 octets, less the header.
/// </remarks>
[StructLayout(LayoutKind.Auto)]
public readonly record struct SmsPartLimits
{
    /// <summary>Creates limits.</summary>
    /// <param name="singlePart">Units of a message that travels in one part, 2 to 100,000.</param>
    /// <param name="multipart">Units of each part of a longer message, 2 to 100,000. A surrogate or escape pair must fit.</param>
    /// <exception cref="ArgumentOutOfRangeException">A limit is below 2 or above 100,000.</exception>
    public SmsPartLimits(int singlePart, int multipart)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(singlePart, Smallest);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(singlePart, Largest);
        ArgumentOutOfRangeException.ThrowIfLessThan(multipart, Smallest);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(multipart, Largest);
        SinglePart = singlePart;
        Multipart = multipart;
    }

    /// <summary>Septets and UCS-2 units of one part, and of each part behind a header with an 8-bit reference.</summary>
    internal const int SinglePartSeptets = 160;
    internal const int SinglePartUcs2 = 70;
    internal const int MultipartSeptets = 153;
    internal const int MultipartUcs2 = 67;

    private const int Smallest = 2;
    private const int Largest = 100_000;
    private const int UserDataOctets = 140;

    /// <summary>Units of a message that travels in one part.</summary>
    public int SinglePart { get; }

    /// <summary>Units of each part of a longer message.</summary>
    public int Multipart { get; }

    /// <summary>Septets that remain in 140 octets beside a header of <paramref name="headerOctets"/>, its length octet included.</summary>
    internal static int SeptetsBeside(int headerOctets) => (UserDataOctets - headerOctets) * 8 / 7;
}
