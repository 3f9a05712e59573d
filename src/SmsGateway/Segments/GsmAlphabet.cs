using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SmsGateway;

/// <summary>
/// A pair of tables, character to code: one for plain septets, one for the septet after an escape. The default pair answers from
/// an array; a national pair from <see cref="NationalMembership"/> and a search in its table.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct GsmAlphabet(SmsNationalLanguage locking, SmsNationalLanguage singleShift)
{
    private const byte Foreign = 0xFF;
    private const byte Escaped = 0x80;

    /// <summary>Latin-1 character to code of the default pair; <see cref="Escaped"/> is set where an escape comes first.</summary>
    private static readonly byte[] DefaultCodes = IndexLatin1();

    public SmsNationalLanguage LockingShift => locking;

    public SmsNationalLanguage SingleShift => singleShift;

    /// <summary>Whether neither table is a national one.</summary>
    public bool IsDefault => (locking | singleShift) == SmsNationalLanguage.None;

    /// <summary>Septets that a character costs: 1, 2 behind an escape, or 0 if the pair lacks it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Cost(char c)
    {
        if (!IsDefault)
        {
            return NationalMembership.Cost(c, locking, singleShift);
        }

        int code = DefaultCode(c);
        return code == Foreign ? 0 : 1 + (code >> 7);
    }

    /// <summary>Finds the code of a character, and whether an escape goes before it.</summary>
    public bool TryGetCode(char c, out byte code, out bool escaped)
    {
        if (IsDefault)
        {
            int found = DefaultCode(c);
            code = (byte)(found & 0x7F);
            escaped = found >= Escaped;
            return found != Foreign;
        }

        int cost = NationalMembership.Cost(c, locking, singleShift);
        escaped = cost == 2;
        code = cost switch
        {
            0 => 0,
            1 => (byte)GsmTables.Locking(locking).IndexOf(c),
            _ => (byte)GsmTables.SingleShift(singleShift).IndexOf(c),
        };
        return cost != 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int DefaultCode(char c)
    {
        byte[] codes = DefaultCodes;
        return c < codes.Length ? codes[c] : BeyondLatin1(c);
    }

    /// <summary>The Greek capitals of the default alphabet, and the euro sign.</summary>
    private static int BeyondLatin1(char c) => c switch
    {
        'Δ' => 0x10,
        'Φ' => 0x12,
        'Γ' => 0x13,
        'Λ' => 0x14,
        'Ω' => 0x15,
        'Π' => 0x16,
        'Ψ' => 0x17,
        'Σ' => 0x18,
        'Θ' => 0x19,
        'Ξ' => 0x1A,
        '€' => 0x65 | Escaped,
        _ => Foreign,
    };

    private static byte[] IndexLatin1()
    {
        var codes = new byte[256];
        codes.AsSpan().Fill(Foreign);
        for (int code = 0; code < GsmTables.Size; code++)
        {
            Note(GsmTables.Locking(SmsNationalLanguage.None)[code], (byte)code);
            Note(GsmTables.SingleShift(SmsNationalLanguage.None)[code], (byte)(code | Escaped));
        }

        return codes;

        void Note(char c, byte code)
        {
            if (c is not '\0' && c < codes.Length)
            {
                codes[c] = code;
            }
        }
    }
}
