using System.Numerics;

namespace SmsGateway;

/// <summary>
/// Finds the pair of locking and single shift tables that sends a text in the fewest segments. One walk over the text says which
/// single shift tables still go with each locking table, and how many escapes that costs: a character that the locking table
/// lacks is escaped whatever the single shift table is, so at most one pair per locking table is worth cutting.
/// </summary>
internal static class NationalSearch
{
    /// <summary>The best plan; on a tie plain GSM-7, then UCS-2, then the national pair with the fewest units.</summary>
    public static void Best(ReadOnlySpan<char> text, SmsTextOptions options, out SegmentPlan best)
    {
        Span<uint> singleShifts = stackalloc uint[GsmTables.Languages];
        FindPairs(text, singleShifts);

        SegmentPlan.Ucs2(text, options, out best);
        int fewest = Segmenter.Count(text, best, out _);
        for (int language = 0; language < GsmTables.Languages; language++)
        {
            // The extension table needs no header element of its own, so it comes first where it is enough.
            if (singleShifts[language] != 0)
            {
                var single = (SmsNationalLanguage)BitOperations.TrailingZeroCount(singleShifts[language]);
                Try(new GsmAlphabet((SmsNationalLanguage)language, single), text, options, ref best, ref fewest);
            }
        }
    }

    private static void Try(
        GsmAlphabet alphabet, ReadOnlySpan<char> text, SmsTextOptions options, ref SegmentPlan best, ref int fewest)
    {
        if (!SegmentPlan.TryGsm7(text, alphabet, options, out SegmentPlan plan))
        {
            return;
        }

        int segments = Segmenter.Count(text, plan, out _);
        bool winsTie = alphabet.IsDefault || (!best.Alphabet.IsDefault && plan.Units < best.Units);
        if (segments < fewest || (segments == fewest && winsTie))
        {
            best = plan;
            fewest = segments;
        }
    }

    /// <summary>For each locking table the single shift tables, as bits, that carry the characters that it lacks.</summary>
    private static void FindPairs(ReadOnlySpan<char> text, Span<uint> singleShifts)
    {
        const uint All = (1u << GsmTables.Languages) - 1;
        uint lockings = 0;
        for (int language = 0; language < GsmTables.Languages; language++)
        {
            lockings |= GsmTables.HasLocking((SmsNationalLanguage)language) ? 1u << language : 0;
        }

        singleShifts.Fill(All);
        foreach (char c in text)
        {
            uint membership = NationalMembership.Of(c);
            uint lacking = lockings & ~NationalMembership.Locking(membership);
            while (lacking != 0)
            {
                int language = BitOperations.TrailingZeroCount(lacking);
                lacking &= lacking - 1;
                singleShifts[language] &= NationalMembership.SingleShift(membership);
                lockings &= singleShifts[language] == 0 ? ~(1u << language) : All;
            }

            if (lockings == 0)
            {
                break;
            }
        }

        for (int language = 0; language < GsmTables.Languages; language++)
        {
            singleShifts[language] = (lockings >> language & 1) != 0 ? singleShifts[language] : 0;
        }
    }
}
