using System.Runtime.InteropServices;

namespace SmsGateway;

/// <summary>One segment of a text, as a place in it.</summary>
/// <param name="Start">The index of its first UTF-16 code unit in the text.</param>
/// <param name="Length">Its length in UTF-16 code units.</param>
/// <param name="Units">What it holds in units of its encoding: septets (TS 23.038 clause 6.2.1) or UCS-2 units, without header.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct SmsSegment(int Start, int Length, int Units)
{
    /// <summary>The place as a range: <c>text[segment.Range]</c> is the segment's text.</summary>
    public Range Range => new(Start, End);

    /// <summary>The index after its last code unit.</summary>
    internal int End => Start + Length;
}
