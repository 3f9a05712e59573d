namespace SmsGateway;

/// <content>
/// The GSM 7 bit default alphabet (TS 23.038 clause 6.2.1) and the twelve national language locking shift tables (annex A.3):
/// eight rows of sixteen codes each. <c>\0</c> stands where no character is: the escape 0x1B and codes that a table leaves free.
/// </content>
internal static partial class GsmTables
{
    /// <summary>Clause 6.2.1. Code 0x09 is the capital Ç; Unicode.org's old GSM0338.TXT had the small one.</summary>
    private const string Basic =
        "@£$¥èéùìòÇ\nØø\rÅå" +
        "Δ_ΦΓΛΩΠΨΣΘΞ\0ÆæßÉ" +
        " !\"#¤%&'()*+,-./" +
        "0123456789:;<=>?" +
        "¡ABCDEFGHIJKLMNO" +
        "PQRSTUVWXYZÄÖÑÜ§" +
        "¿abcdefghijklmno" +
        "pqrstuvwxyzäöñüà";

    /// <summary>Turkish, clause A.3.1.</summary>
    private const string TurkishLocking =
        "@£$¥€éùıòÇ\nĞğ\rÅå" +
        "Δ_ΦΓΛΩΠΨΣΘΞ\0ŞşßÉ" +
        " !\"#¤%&'()*+,-./" +
        "0123456789:;<=>?" +
        "İABCDEFGHIJKLMNO" +
        "PQRSTUVWXYZÄÖÑÜ§" +
        "çabcdefghijklmno" +
        "pqrstuvwxyzäöñüà";

    /// <summary>Portuguese, clause A.3.3.</summary>
    private const string PortugueseLocking =
        "@£$¥êéúíóç\nÔô\rÁá" +
        "Δ_ªÇÀ∞^\\€Ó|\0ÂâÊÉ" +
        " !\"#º%&'()*+,-./" +
        "0123456789:;<=>?" +
        "ÍABCDEFGHIJKLMNO" +
        "PQRSTUVWXYZÃÕÚÜ§" +
        "~abcdefghijklmno" +
        "pqrstuvwxyzãõ`üà";

    /// <summary>Bengali, clause A.3.4.</summary>
    private const string BengaliLocking =
        "\u0981\u0982\u0983অআইঈউঊঋ\nঌ\0\r\0এ" +
        "ঐ\0\0ওঔকখগঘঙচ\0ছজঝঞ" +
        " !টঠডঢণত)(থদ,ধ.ন" +
        "0123456789:;\0পফ?" +
        "বভমযর\0ল\0\0\0শষসহ\u09BCঽ" +
        "\u09BE\u09BF\u09C0\u09C1\u09C2\u09C3\u09C4\0\0\u09C7\u09C8\0\0\u09CB\u09CC\u09CD" +
        "ৎabcdefghijklmno" +
        "pqrstuvwxyz\u09D7ড়ঢ়ৰৱ";

    /// <summary>Gujarati, clause A.3.5.</summary>
    private const string GujaratiLocking =
        "\u0A81\u0A82\u0A83અઆઇઈઉઊઋ\nઌઍ\r\0એ" +
        "ઐઑ\0ઓઔકખગઘઙચ\0છજઝઞ" +
        " !ટઠડઢણત)(થદ,ધ.ન" +
        "0123456789:;\0પફ?" +
        "બભમયર\0લળ\0વશષસહ\u0ABCઽ" +
        "\u0ABE\u0ABF\u0AC0\u0AC1\u0AC2\u0AC3\u0AC4\u0AC5\0\u0AC7\u0AC8\u0AC9\0\u0ACB\u0ACC\u0ACD" +
        "ૐabcdefghijklmno" +
        "pqrstuvwxyzૠૡ\u0AE2\u0AE3૱";

    /// <summary>Hindi, clause A.3.6.</summary>
    private const string HindiLocking =
        "\u0901\u0902\u0903अआइईउऊऋ\nऌऍ\rऎए" +
        "ऐऑऒओऔकखगघङच\0छजझञ" +
        " !टठडढणत)(थद,ध.न" +
        "0123456789:;ऩपफ?" +
        "बभमयरऱलळऴवशषसह\u093Cऽ" +
        "\u093E\u093F\u0940\u0941\u0942\u0943\u0944\u0945\u0946\u0947\u0948\u0949\u094A\u094B\u094C\u094D" +
        "ॐabcdefghijklmno" +
        "pqrstuvwxyzॲॻॼॾॿ";

    /// <summary>Kannada, clause A.3.7. Code 0x24 is U+0CA1: the standard prints 0CAA, which it has at 0x3D already.</summary>
    private const string KannadaLocking =
        "\0\u0C82\u0C83ಅಆಇಈಉಊಋ\nಌ\0\rಎಏ" +
        "ಐ\0ಒಓಔಕಖಗಘಙಚ\0ಛಜಝಞ" +
        " !ಟಠಡಢಣತ)(ಥದ,ಧ.ನ" +
        "0123456789:;\0ಪಫ?" +
        "ಬಭಮಯರಱಲಳ\0ವಶಷಸಹ\u0CBCಽ" +
        "\u0CBE\u0CBF\u0CC0\u0CC1\u0CC2\u0CC3\u0CC4\0\u0CC6\u0CC7\u0CC8\0\u0CCA\u0CCB\u0CCC\u0CCD" +
        "\u0CD5abcdefghijklmno" +
        "pqrstuvwxyz\u0CD6ೠೡ\u0CE2\u0CE3";

    /// <summary>Malayalam, clause A.3.8.</summary>
    private const string MalayalamLocking =
        "\0\u0D02\u0D03അആഇഈഉഊഋ\nഌ\0\rഎഏ" +
        "ഐ\0ഒഓഔകഖഗഘങച\0ഛജഝഞ" +
        " !ടഠഡഢണത)(ഥദ,ധ.ന" +
        "0123456789:;\0പഫ?" +
        "ബഭമയരറലളഴവശഷസഹ\0ഽ" +
        "\u0D3E\u0D3F\u0D40\u0D41\u0D42\u0D43\u0D44\0\u0D46\u0D47\u0D48\0\u0D4A\u0D4B\u0D4C\u0D4D" +
        "\u0D57abcdefghijklmno" +
        "pqrstuvwxyzൠൡ\u0D62\u0D63൹";

    /// <summary>Oriya, clause A.3.9.</summary>
    private const string OriyaLocking =
        "\u0B01\u0B02\u0B03ଅଆଇଈଉଊଋ\nଌ\0\r\0ଏ" +
        "ଐ\0\0ଓଔକଖଗଘଙଚ\0ଛଜଝଞ" +
        " !ଟଠଡଢଣତ)(ଥଦ,ଧ.ନ" +
        "0123456789:;\0ପଫ?" +
        "ବଭମଯର\0ଲଳ\0ଵଶଷସହ\u0B3Cଽ" +
        "\u0B3E\u0B3F\u0B40\u0B41\u0B42\u0B43\u0B44\0\0\u0B47\u0B48\0\0\u0B4B\u0B4C\u0B4D" +
        "\u0B56abcdefghijklmno" +
        "pqrstuvwxyz\u0B57ୠୡ\u0B62\u0B63";

    /// <summary>Punjabi, clause A.3.10.</summary>
    private const string PunjabiLocking =
        "\u0A01\u0A02\u0A03ਅਆਇਈਉਊ\0\n\0\0\r\0ਏ" +
        "ਐ\0\0ਓਔਕਖਗਘਙਚ\0ਛਜਝਞ" +
        " !ਟਠਡਢਣਤ)(ਥਦ,ਧ.ਨ" +
        "0123456789:;\0ਪਫ?" +
        "ਬਭਮਯਰ\0ਲਲ਼\0ਵਸ਼\0ਸਹ\u0A3C\0" +
        "\u0A3E\u0A3F\u0A40\u0A41\u0A42\0\0\0\0\u0A47\u0A48\0\0\u0A4B\u0A4C\u0A4D" +
        "\u0A51abcdefghijklmno" +
        "pqrstuvwxyz\u0A70\u0A71ੲੳੴ";

    /// <summary>Tamil, clause A.3.11.</summary>
    private const string TamilLocking =
        "\0\u0B82ஃஅஆஇஈஉஊ\0\n\0\0\rஎஏ" +
        "ஐ\0ஒஓஔக\0\0\0ஙச\0\0ஜ\0ஞ" +
        " !ட\0\0\0ணத)(\0\0,\0.ந" +
        "0123456789:;னப\0?" +
        "\0\0மயரறலளழவஶஷஸஹ\0\0" +
        "\u0BBE\u0BBF\u0BC0\u0BC1\u0BC2\0\0\0\u0BC6\u0BC7\u0BC8\0\u0BCA\u0BCB\u0BCC\u0BCD" +
        "ௐabcdefghijklmno" +
        "pqrstuvwxyz\u0BD7௰௱௲௹";

    /// <summary>Telugu, clause A.3.12.</summary>
    private const string TeluguLocking =
        "\u0C01\u0C02\u0C03అఆఇఈఉఊఋ\nఌ\0\rఎఏ" +
        "ఐ\0ఒఓఔకఖగఘఙచ\0ఛజఝఞ" +
        " !టఠడఢణత)(థద,ధ.న" +
        "0123456789:;\0పఫ?" +
        "బభమయరఱలళ\0వశషసహ\0ఽ" +
        "\u0C3E\u0C3F\u0C40\u0C41\u0C42\u0C43\u0C44\0\u0C46\u0C47\u0C48\0\u0C4A\u0C4B\u0C4C\u0C4D" +
        "\u0C55abcdefghijklmno" +
        "pqrstuvwxyz\u0C56ౠౡ\u0C62\u0C63";

    /// <summary>Urdu, clause A.3.13.</summary>
    private const string UrduLocking =
        "\u0627\u0622\u0628\u067B\u0680\u067E\u06A6\u062A\u06C2\u067F\n\u0679\u067D\r\u067A\u067C" +
        "\u062B\u062C\u0681\u0684\u0683\u0685\u0686\u0687\u062D\u062E\u062F\0\u068C\u0688\u0689\u068A" +
        " !\u068F\u068D\u0630\u0631\u0691\u0693)(\u0699\u0632,\u0696.\u0698" +
        "0123456789:;\u069A\u0633\u0634?" +
        "\u0635\u0636\u0637\u0638\u0639\u0641\u0642\u06A9\u06AA\u06AB\u06AF\u06B3\u06B1\u0644\u0645\u0646" +
        "\u06BA\u06BB\u06BC\u0648\u06C4\u06D5\u06C1\u06BE\u0621\u06CC\u06D0\u06D2\u064D\u0650\u064F\u0657" +
        "\u0654abcdefghijklmno" +
        "pqrstuvwxyz\u0655\u0651\u0653\u0656\u0670";
}
