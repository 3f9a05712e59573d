using System.Runtime.InteropServices;

namespace SmsGateway;

/// <summary>
/// What is known of 32 characters; bit k is character k. Both masks live in one number, so that a call returns them in a register.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct BlockMasks
{
    private readonly ulong _bits;

    public BlockMasks(uint foreign, uint escaped) => _bits = (ulong)escaped << 32 | foreign;

    /// <summary>Characters that the default alphabet and its extension table lack.</summary>
    public uint Foreign => (uint)_bits;

    /// <summary>Characters of the extension table, two septets each.</summary>
    public uint Escaped => (uint)(_bits >> 32);

    /// <summary>The masks without the first <paramref name="count"/> characters.</summary>
    public BlockMasks Skip(int count) => new(Foreign >> count, Escaped >> count);
}
