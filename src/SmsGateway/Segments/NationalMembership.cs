using System.Runtime.CompilerServices;

namespace SmsGateway;

/// <summary>
/// Which of the 27 tables hold a character: bits 0 to 13 are the locking tables by language identifier (bit 0 the default
/// alphabet), bits 16 to 29 the single shift tables (bit 16 the extension table). Built once, when the first national table is
/// asked for; about 9 KB.
/// </summary>
internal static class NationalMembership
{
    private const int PageBits = 7;
    private const int PageSize = 1 << PageBits;
    private const int SingleShiftBit = 16;

    /// <summary>The page of each run of 128 characters; page 0 is empty.</summary>
    private static readonly byte[] Pages = new byte[(char.MaxValue + 1) >> PageBits];
    private static readonly uint[] Cells = Build(Pages);

    /// <summary>The tables that hold a character, for encoding: disputed places are left out.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Of(char c) => Cells[(Pages[c >> PageBits] << PageBits) + (c & (PageSize - 1))];

    /// <summary>The locking tables among <paramref name="membership"/>.</summary>
    public static uint Locking(uint membership) => membership & 0xFFFF;

    /// <summary>The single shift tables among <paramref name="membership"/>.</summary>
    public static uint SingleShift(uint membership) => membership >> SingleShiftBit;

    /// <summary>Septets of a character under a pair of tables, 0 if neither has it.</summary>
    public static int Cost(char c, SmsNationalLanguage locking, SmsNationalLanguage singleShift)
    {
        uint membership = Of(c);
        return (membership >> (int)locking & 1) != 0 ? 1 : (membership >> (SingleShiftBit + (int)singleShift) & 1) != 0 ? 2 : 0;
    }

    private static uint[] Build(byte[] pages)
    {
        var cells = new List<uint>(new uint[PageSize]);
        for (int language = 0; language < GsmTables.Languages; language++)
        {
            var id = (SmsNationalLanguage)language;
            foreach (char c in GsmTables.Locking(id))
            {
                Note(c, language);
            }

            foreach (char c in GsmTables.SingleShift(id))
            {
                if (!GsmTables.IsDisputed(id, c))
                {
                    Note(c, SingleShiftBit + language);
                }
            }
        }

        return [.. cells];

        void Note(char c, int bit)
        {
            if (c == '\0')
            {
                return;
            }

            ref byte page = ref pages[c >> PageBits];
            if (page == 0)
            {
                page = (byte)(cells.Count >> PageBits);
                cells.AddRange(new uint[PageSize]);
            }

            cells[(page << PageBits) + (c & (PageSize - 1))] |= 1u << bit;
        }
    }
}
