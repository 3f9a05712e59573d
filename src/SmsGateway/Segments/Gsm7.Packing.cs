namespace SmsGateway;

/// <content>Septets packed into octets, as they are on the air (TS 23.038 clause 6.1.2.1).</content>
public static partial class Gsm7
{
    private const int SeptetBits = 7;
    private const int OctetBits = 8;

    /// <summary>Octets that packed septets take.</summary>
    /// <param name="septets">How many septets; none take no octets.</param>
    /// <param name="fillBits">Zero bits before the first septet, 0 to 6: see <see cref="GetFillBits"/>.</param>
    /// <returns>Octets, rounded up.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="septets"/> is negative, or the fill bits are not 0 to 6.</exception>
    public static int GetPackedLength(int septets, int fillBits = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(septets);
        CheckFillBits(fillBits);
        return septets == 0 ? 0 : (int)(((long)septets * SeptetBits + fillBits + OctetBits - 1) / OctetBits);
    }

    /// <summary>The bits that bring the first septet after a header to a septet boundary (TS 23.040 clause 9.2.3.24).</summary>
    /// <param name="headerOctets">The header's length, its length octet included; 0 for no header.</param>
    /// <returns>0 to 6.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="headerOctets"/> is negative.</exception>
    public static int GetFillBits(int headerOctets)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(headerOctets);
        return (SeptetBits - headerOctets * OctetBits % SeptetBits) % SeptetBits;
    }

    /// <summary>Packs septets into octets, the first in the low bits.</summary>
    /// <param name="septets">The septets, one byte each; only the low seven bits are taken.</param>
    /// <param name="octets">Where to write: <see cref="GetPackedLength"/> octets, else nothing is written.</param>
    /// <param name="fillBits">Zero bits before the first septet, 0 to 6.</param>
    /// <returns>Octets written, or -1 if <paramref name="octets"/> is too short.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The fill bits are not 0 to 6.</exception>
    public static int Pack(ReadOnlySpan<byte> septets, Span<byte> octets, int fillBits = 0)
    {
        int length = GetPackedLength(septets.Length, fillBits);
        if (octets.Length < length)
        {
            return -1;
        }

        int pending = 0;
        int bits = fillBits;
        int written = 0;
        foreach (byte septet in septets)
        {
            pending |= (septet & 0x7F) << bits;
            bits += SeptetBits;
            if (bits >= OctetBits)
            {
                octets[written++] = (byte)pending;
                pending >>= OctetBits;
                bits -= OctetBits;
            }
        }

        if (written < length)
        {
            octets[written++] = (byte)pending;
        }

        return written;
    }

    /// <summary>Unpacks septets from octets.</summary>
    /// <param name="octets">The octets. Their number does not say how many septets they hold: 7 octets may be 7 or 8.</param>
    /// <param name="septets">Where to write: as many septets as this is long, or as the octets hold.</param>
    /// <param name="fillBits">Bits to skip before the first septet, 0 to 6.</param>
    /// <returns>Septets written.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The fill bits are not 0 to 6.</exception>
    public static int Unpack(ReadOnlySpan<byte> octets, Span<byte> septets, int fillBits = 0)
    {
        CheckFillBits(fillBits);
        int pending = octets.IsEmpty ? 0 : octets[0] >> fillBits;
        int bits = octets.IsEmpty ? 0 : OctetBits - fillBits;
        int read = 1;
        int written = 0;
        while (written < septets.Length && (bits >= SeptetBits || read < octets.Length))
        {
            if (bits < SeptetBits)
            {
                pending |= octets[read++] << bits;
                bits += OctetBits;
            }

            septets[written++] = (byte)(pending & 0x7F);
            pending >>= SeptetBits;
            bits -= SeptetBits;
        }

        return written;
    }

    private static void CheckFillBits(int fillBits)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(fillBits);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(fillBits, SeptetBits);
    }
}
