using System.Buffers.Binary;

namespace SmsGateway;

/// <summary>
/// One segment as it goes to a modem or an SMPP link: the user data of an SMS-SUBMIT or SMS-DELIVER (TS 23.040 clause 9.2.3.24),
/// header included.
/// </summary>
/// <param name="DataCodingScheme">TP-DCS (TS 23.038 clause 4): 0x00 for GSM-7, 0x08 for UCS-2.</param>
/// <param name="UserDataLength">TP-UDL (TS 23.040 clause 9.2.3.16): in septets for GSM-7, header and fill bits counted; in octets for UCS-2.</param>
/// <param name="HeaderLength">Octets of <see cref="Octets"/> that are the header; 0 for none. With a header TP-UDHI is to be set.</param>
/// <param name="Octets">TP-UD: header, then the packed septets or the UCS-2 units in big-endian order. At most 140.</param>
public sealed record SmsUserData(byte DataCodingScheme, int UserDataLength, int HeaderLength, ReadOnlyMemory<byte> Octets)
{
    private const byte Gsm7Scheme = 0x00;
    private const byte Ucs2Scheme = 0x08;

    /// <summary>Splits a text and encodes every segment.</summary>
    /// <param name="text">The text; the empty text is one segment without octets.</param>
    /// <param name="reference">The concatenation reference, the same for all segments; 8-bit references take the low byte.</param>
    /// <param name="options">How to count and split; a profile's own limits must leave room for the headers.</param>
    /// <returns>The segments in order; none if there are more than 255, or if one does not fit its 140 octets.</returns>
    public static IReadOnlyList<SmsUserData> Encode(ReadOnlySpan<char> text, int reference, SmsTextOptions? options = null)
    {
        SegmentPlan.For(text, options ?? SmsTextOptions.Default, out SegmentPlan plan);
        SmsTextInfo info = Segmenter.Describe(text, plan);
        if (info.Segments > SmsTextProfile.StandardMaxSegments)
        {
            return [];
        }

        var segments = new SmsSegment[info.Segments];
        Segmenter.List(text, plan, segments);
        var parts = new List<SmsUserData>(info.Segments);
        Span<byte> octets = stackalloc byte[140];
        foreach (SmsSegment place in segments)
        {
            _ = SmsUserDataHeader.TryWrite(info, parts.Count + 1, reference, octets, out int header);
            ReadOnlySpan<char> segment = text[place.Range];
            SmsUserData? part = info.Encoding == SmsEncoding.Gsm7 ? Septets(segment, plan.Alphabet, octets, header) : Units(segment, octets, header);
            if (part is null)
            {
                return [];
            }

            parts.Add(part);
        }

        return parts;
    }

    /// <summary>The text of this segment, header skipped.</summary>
    /// <param name="lockingShift">The locking shift table that the header names (TS 23.040 clause 9.2.3.24.16).</param>
    /// <param name="singleShift">The single shift table that the header names (TS 23.040 clause 9.2.3.24.15).</param>
    /// <returns>The text; the empty text for a segment without octets.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A language is not a member, or has no such table.</exception>
    public string Decode(
        SmsNationalLanguage lockingShift = SmsNationalLanguage.None,
        SmsNationalLanguage singleShift = SmsNationalLanguage.None)
    {
        ReadOnlySpan<byte> body = Octets.Span[Math.Clamp(HeaderLength, 0, Octets.Length)..];
        if (DataCodingScheme == Ucs2Scheme)
        {
            // Not Encoding.BigEndianUnicode, which would turn a lone surrogate into U+FFFD.
            var text = new char[body.Length / 2];
            for (int i = 0; i < text.Length; i++)
            {
                text[i] = (char)BinaryPrimitives.ReadUInt16BigEndian(body[(2 * i)..]);
            }

            return new string(text);
        }

        int fillBits = Gsm7.GetFillBits(Math.Max(HeaderLength, 0));
        Span<byte> septets = new byte[Math.Max(0, UserDataLength - (HeaderLength * 8 + fillBits) / 7)];
        int count = Gsm7.Unpack(body, septets, fillBits);
        return Gsm7.Decode(septets[..count], lockingShift, singleShift);
    }

    private static SmsUserData? Septets(ReadOnlySpan<char> segment, GsmAlphabet alphabet, Span<byte> octets, int header)
    {
        Span<byte> septets = stackalloc byte[160];
        int fillBits = Gsm7.GetFillBits(header);
        if (!Gsm7.TryEncode(segment, septets, out int count, alphabet.LockingShift, alphabet.SingleShift))
        {
            return null;
        }

        int written = Gsm7.Pack(septets[..count], octets[header..], fillBits);
        int length = (header * 8 + fillBits) / 7 + count;
        return written < 0 ? null : new SmsUserData(Gsm7Scheme, length, header, octets[..(header + written)].ToArray());
    }

    private static SmsUserData? Units(ReadOnlySpan<char> segment, Span<byte> octets, int header)
    {
        int length = header + segment.Length * 2;
        if (length > octets.Length)
        {
            return null;
        }

        for (int i = 0; i < segment.Length; i++)
        {
            BinaryPrimitives.WriteUInt16BigEndian(octets[(header + 2 * i)..], segment[i]);
        }

        return new SmsUserData(Ucs2Scheme, length, header, octets[..length].ToArray());
    }
}
