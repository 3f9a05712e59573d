using System.Collections.Frozen;
using System.Text;

namespace SmsGateway.Emulator.Protocols.SmsApi;

/// <summary>
/// What <c>normalize=1</c> makes of a text: the vendor's own table, with its gaps (no ü) and oddities (þ stands there twice, and
/// the later line wins; letters that GSM has are changed all the same).
/// </summary>
internal static class SmsApiNormalization
{
    private static readonly FrozenDictionary<char, string> Table = Read(
        "ŠS šs ŚS śs ĐDj đdj źz żz ŹZ ŻZ ŽZ žz ČC čc ĆC ćc ÀA ĄA ÁA ÂA ÃA ÄA ÅA ÆA ÇC ÈE ÉE ĘE ęe ÊE ËE ÌI ÍI ÎI ÏI ÑN ÒO ÓO ÔO ŁL łl ŃN ńn " +
        "ÕO ÖO ØO ÙU ÚU ÛU ÜU ÝY þB ßSs àa ąa áa âa ãa äa åa æa çc èe ée êe ëe ìi íi îi ïi ðo ñn òo óo ôo õo öo øo ùu úu ûu ýy þb ÿy ŔR ŕr");

    public static string Apply(string text)
    {
        if (!text.AsSpan().ContainsAnyExceptInRange('\0', '\x7f'))
        {
            return text;
        }

        var plain = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (Table.TryGetValue(letter, out var replacement))
            {
                plain.Append(replacement);
            }
            else
            {
                plain.Append(letter);
            }
        }

        return plain.ToString();
    }

    private static FrozenDictionary<char, string> Read(string table)
    {
        var entries = new Dictionary<char, string>();
        foreach (var entry in table.Split(' '))
        {
            entries[entry[0]] = entry[1..];
        }

        return entries.ToFrozenDictionary();
    }
}
