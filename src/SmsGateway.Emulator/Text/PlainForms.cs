using System.Collections.Frozen;
using System.Text;

namespace SmsGateway.Emulator.Text;

/// <summary>
/// What a person would type on an old phone instead of a character that is not in the GSM alphabet. A table, not the
/// decomposition of the runtime: that one needs the ICU library, which a small container has not.
/// </summary>
internal static class PlainForms
{
    // The plain form, a blank, and the characters that have it.
    private static readonly string[] Rows =
    [
        "A ÀÁÂÃĀĂĄǍǞǠǺȀȂȦḀẠẢẤẦẨẪẬẮẰẲẴẶ", "a áâãāăąǎǟǡǻȁȃȧḁạảấầẩẫậắằẳẵặª", "B ḂḄḆ", "b ḃḅḇ", "C ĆĈĊČḈ", "c çćĉċčḉ",
        "D ĎḊḌḎḐḒĐÐ", "d ďḋḍḏḑḓđð", "E ÈÊËĒĔĖĘĚȄȆȨḔḖḘḚḜẸẺẼẾỀỂỄỆ", "e êëēĕėęěȅȇȩḕḗḙḛḝẹẻẽếềểễệ", "F Ḟ", "f ḟƒ",
        "G ĜĞĠĢǦǴḠ", "g ĝğġģǧǵḡ", "H ĤȞḢḤḦḨḪĦ", "h ĥȟḣḥḧḩḫẖħ", "I ÌÍÎÏĨĪĬĮİǏȈȊḬḮỈỊ", "i íîïĩīĭįǐȉȋḭḯỉịı",
        "J Ĵ", "j ĵǰ", "K ĶǨḰḲḴ", "k ķǩḱḳḵĸ", "L ĹĻĽḶḸḺḼŁĿ", "l ĺļľḷḹḻḽłŀ", "M ḾṀṂ", "m ḿṁṃ", "N ŃŅŇǸṄṆṈṊŊ", "n ńņňǹṅṇṉṋŋŉ",
        "O ÒÓÔÕŌŎŐƠǑǪǬȌȎȪȬȮȰṌṎṐṒỌỎỐỒỔỖỘỚỜỞỠỢ", "o óôõōŏőơǒǫǭȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợº", "P ṔṖ", "p ṕṗ", "R ŔŖŘȐȒṘṚṜṞ", "r ŕŗřȑȓṙṛṝṟ",
        "S ŚŜŞŠȘṠṢṤṦṨ", "s śŝşšșṡṣṥṧṩẛſ", "T ŢŤȚṪṬṮṰŦ", "t ţťțṫṭṯṱẗŧ", "U ÙÚÛŨŪŬŮŰŲƯǓǕǗǙǛȔȖṲṴṶṸṺỤỦỨỪỬỮỰ", "u úûũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữự",
        "V ṼṾ", "v ṽṿ", "W ŴẀẂẄẆẈ", "w ŵẁẃẅẇẉẘ", "X ẊẌ×", "x ẋẍ", "Y ÝŶŸȲẎỲỴỶỸ", "y ýÿŷȳẏẙỳỵỷỹ", "Z ŹŻŽẐẒẔ", "z źżžẑẓẕ",
        "Æ ǢǼ", "æ ǣǽ", "Ø Ǿ", "ø ǿ", "OE Œ", "oe œ", "TH Þ", "th þ", "SS ẞ", "IJ Ĳ", "ij ĳ", "fi ﬁ", "fl ﬂ", "ff ﬀ",
        "' ‘’‚‛′´`ʼ", "\" “”„‟″«»", "< ‹", "> ›", "- ‐‑‒–—―−", "... …", ". ·", "* •", "/ ÷⁄", "| ¦", "! ‼", "? ⁇",
        "\u0020 \t\u00A0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u202F\u205F\u3000",
        "(c) ©", "(R) ®", "TM ™", "No. №", "+/- ±", "1/2 ½", "1/4 ¼", "3/4 ¾", "1 ¹", "2 ²", "3 ³", "o °", "u µ", "-> →", "<- ←",
    ];

    // Seen by nobody: joiners, marks of direction and of order, variation selectors, soft hyphens.
    private const string Invisible = "\u00AD\u200B\u200C\u200D\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2060\uFE0E\uFE0F\uFEFF";

    private static readonly FrozenDictionary<int, string> Table = Build();

    /// <summary>The plain form, empty for what may be left out; null when there is none.</summary>
    public static string? Of(Rune character) =>
        Table.TryGetValue(character.Value, out var plain) ? plain
        : character.Value is >= 0x0300 and <= 0x036F ? "" // marks that follow their letter
        : null;

    private static FrozenDictionary<int, string> Build()
    {
        var table = new Dictionary<int, string>();
        foreach (var row in Rows)
        {
            var blank = row.IndexOf(' ', 1);
            foreach (var letter in row[(blank + 1)..])
            {
                table[letter] = row[..blank];
            }
        }

        foreach (var letter in Invisible)
        {
            table[letter] = "";
        }

        return table.ToFrozenDictionary();
    }
}
