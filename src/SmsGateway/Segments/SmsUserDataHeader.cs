namespace SmsGateway;

/// <summary>
/// The user-data header of a segment (TS 23.040 clause 9.2.3.24): the concatenation element once there are several segments, and an
/// element for each national table in use.
/// </summary>
public static class SmsUserDataHeader
{
    /// <summary>The longest header that this class writes: a 16-bit reference and both national tables.</summary>
    public const int MaxLength = 13;

    private const byte Concatenation8Bit = 0x00;
    private const byte Concatenation16Bit = 0x08;
    private const byte NationalSingleShift = 0x24;
    private const byte NationalLockingShift = 0x25;

    /// <summary>The header's length, its length octet included; 0 where no header is needed.</summary>
    /// <param name="info">What <see cref="SmsText.Analyze"/> said of the text; the empty text needs no header.</param>
    /// <returns>Octets, 0 to <see cref="MaxLength"/>.</returns>
    public static int GetLength(SmsTextInfo info) =>
        Octets(new GsmAlphabet(info.LockingShift, info.SingleShift), info.Segments > 1, info.Concatenation);

    /// <summary>Writes the header of one segment.</summary>
    /// <param name="info">What <see cref="SmsText.Analyze"/> said of the text.</param>
    /// <param name="part">Which segment, from 1.</param>
    /// <param name="reference">The same for all segments of a message and different for the next; an 8-bit reference takes the low byte.</param>
    /// <param name="destination">Where to write; <see cref="MaxLength"/> octets are always enough.</param>
    /// <param name="written">How many octets were written: 0 for a segment that needs no header.</param>
    /// <returns>
    /// <see langword="false"/>, with nothing written, if the destination is too short, the part is not one of the text's, or the
    /// text has more than 255 segments, which no header can say.
    /// </returns>
    public static bool TryWrite(SmsTextInfo info, int part, int reference, Span<byte> destination, out int written)
    {
        written = 0;
        int length = GetLength(info);
        if (part < 1 || part > info.Segments || info.Segments > SmsTextProfile.StandardMaxSegments || destination.Length < length)
        {
            return false;
        }

        if (length == 0)
        {
            return true;
        }

        destination[written++] = (byte)(length - 1);
        if (info.Segments > 1)
        {
            ReadOnlySpan<byte> element = info.Concatenation == SmsConcatenation.Reference16Bit
                ? [Concatenation16Bit, 4, (byte)(reference >> 8), (byte)reference, (byte)info.Segments, (byte)part]
                : [Concatenation8Bit, 3, (byte)reference, (byte)info.Segments, (byte)part];
            element.CopyTo(destination[written..]);
            written += element.Length;
        }

        Language(NationalSingleShift, info.SingleShift, destination, ref written);
        Language(NationalLockingShift, info.LockingShift, destination, ref written);
        return true;
    }

    /// <summary>The octets of a header, its length octet included.</summary>
    internal static int Octets(GsmAlphabet alphabet, bool isConcatenated, SmsConcatenation concatenation)
    {
        int elements = !isConcatenated ? 0 : concatenation == SmsConcatenation.Reference16Bit ? 6 : 5;
        elements += alphabet.LockingShift == SmsNationalLanguage.None ? 0 : 3;
        elements += alphabet.SingleShift == SmsNationalLanguage.None ? 0 : 3;
        return elements == 0 ? 0 : elements + 1;
    }

    private static void Language(byte element, SmsNationalLanguage language, Span<byte> destination, ref int written)
    {
        if (language != SmsNationalLanguage.None)
        {
            destination[written++] = element;
            destination[written++] = 1;
            destination[written++] = (byte)language;
        }
    }
}
