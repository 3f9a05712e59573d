namespace SmsGateway;

/// <content>
/// The GSM 7 bit default alphabet extension table (TS 23.038 clause 6.2.1.1) and the thirteen national language single shift
/// tables (annex A.2): the characters that follow an escape. <c>\0</c> stands where a table has no character, and at the two
/// codes that never carry one: 0x0D (a control character) and 0x1B (an escape to a further table).
/// </content>
internal static partial class GsmTables
{
    /// <summary>Clause 6.2.1.1.</summary>
    private const string Extension =
        "\0\0\0\0\0\0\0\0\0\0\f\0\0\0\0\0" +
        "\0\0\0\0^\0\0\0\0\0\0\0\0\0\0\0" +
        "\0\0\0\0\0\0\0\0{}\0\0\0\0\0\\" +
        "\0\0\0\0\0\0\0\0\0\0\0\0[~]\0" +
        "|\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0" +
        "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0" +
        "\0\0\0\0\0€\0\0\0\0\0\0\0\0\0\0" +
        "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0";

    /// <summary>Turkish, clause A.2.1.</summary>
    private const string TurkishSingleShift =
        "\0\0\0\0\0\0\0\0\0\0\f\0\0\0\0\0" +
        "\0\0\0\0^\0\0\0\0\0\0\0\0\0\0\0" +
        "\0\0\0\0\0\0\0\0{}\0\0\0\0\0\\" +
        "\0\0\0\0\0\0\0\0\0\0\0\0[~]\0" +
        "|\0\0\0\0\0\0Ğ\0İ\0\0\0\0\0\0" +
        "\0\0\0Ş\0\0\0\0\0\0\0\0\0\0\0\0" +
        "\0\0\0ç\0€\0ğ\0ı\0\0\0\0\0\0" +
        "\0\0\0ş\0\0\0\0\0\0\0\0\0\0\0\0";

    /// <summary>Spanish, clause A.2.2.</summary>
    private const string SpanishSingleShift =
        "\0\0\0\0\0\0\0\0\0ç\f\0\0\0\0\0" +
        "\0\0\0\0^\0\0\0\0\0\0\0\0\0\0\0" +
        "\0\0\0\0\0\0\0\0{}\0\0\0\0\0\\" +
        "\0\0\0\0\0\0\0\0\0\0\0\0[~]\0" +
        "|Á\0\0\0\0\0\0\0Í\0\0\0\0\0Ó" +
        "\0\0\0\0\0Ú\0\0\0\0\0\0\0\0\0\0" +
        "\0á\0\0\0€\0\0\0í\0\0\0\0\0ó" +
        "\0\0\0\0\0ú\0\0\0\0\0\0\0\0\0\0";

    /// <summary>Portuguese, clause A.2.3.</summary>
    private const string PortugueseSingleShift =
        "\0\0\0\0\0ê\0\0\0ç\fÔô\0Áá" +
        "\0\0ΦΓ^ΩΠΨΣΘ\0\0\0\0\0Ê" +
        "\0\0\0\0\0\0\0\0{}\0\0\0\0\0\\" +
        "\0\0\0\0\0\0\0\0\0\0\0\0[~]\0" +
        "|À\0\0\0\0\0\0\0Í\0\0\0\0\0Ó" +
        "\0\0\0\0\0Ú\0\0\0\0\0ÃÕ\0\0\0" +
        "\0Â\0\0\0€\0\0\0í\0\0\0\0\0ó" +
        "\0\0\0\0\0ú\0\0\0\0\0ãõ\0\0â";

    /// <summary>Bengali, clause A.2.4.</summary>
    private const string BengaliSingleShift =
        "@£$¥¿\"¤%&'\f*+\0-/" +
        "<=>¡^¡_#*০১\0২৩৪৫" +
        "৬৭৮৯য়ৠৡ\u09E2{}\u09E3৲৳৴৵\\" +
        "৶৷৸৹৺\0\0\0\0\0\0\0[~]\0" +
        "|ABCDEFGHIJKLMNO" +
        "PQRSTUVWXYZ\0\0\0\0\0" +
        "\0\0\0\0\0€\0\0\0\0\0\0\0\0\0\0" +
        "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0";

    /// <summary>Gujarati, clause A.2.5.</summary>
    private const string GujaratiSingleShift =
        "@£$¥¿\"¤%&'\f*+\0-/" +
        "<=>¡^¡_#*।॥\0૦૧૨૩" +
        "૪૫૬૭૮૯\0\0{}\0\0\0\0\0\\" +
        "\0\0\0\0\0\0\0\0\0\0\0\0[~]\0" +
        "|ABCDEFGHIJKLMNO" +
        "PQRSTUVWXYZ\0\0\0\0\0" +
        "\0\0\0\0\0€\0\0\0\0\0\0\0\0\0\0" +
        "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0";

    /// <summary>Hindi, clause A.2.6.</summary>
    private const string HindiSingleShift =
        "@£$¥¿\"¤%&'\f*+\0-/" +
        "<=>¡^¡_#*।॥\0०१२३" +
        "४५६७८९\u0951\u0952{}\u0953\u0954क़ख़ग़\\" +
        "ज़ड़ढ़फ़य़ॠॡ\u0962\u0963॰\u0971\0[~]\0" +
        "|ABCDEFGHIJKLMNO" +
        "PQRSTUVWXYZ\0\0\0\0\0" +
        "\0\0\0\0\0€\0\0\0\0\0\0\0\0\0\0" +
        "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0";

    /// <summary>Kannada, clause A.2.7.</summary>
    private const string KannadaSingleShift =
        "@£$¥¿\"¤%&'\f*+\0-/" +
        "<=>¡^¡_#*।॥\0೦೧೨೩" +
        "೪೫೬೭೮೯ೞೱ{}ೲ\0\0\0\0\\" +
        "\0\0\0\0\0\0\0\0\0\0\0\0[~]\0" +
        "|ABCDEFGHIJKLMNO" +
        "PQRSTUVWXYZ\0\0\0\0\0" +
        "\0\0\0\0\0€\0\0\0\0\0\0\0\0\0\0" +
        "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0";

    /// <summary>Malayalam, clause A.2.8.</summary>
    private const string MalayalamSingleShift =
        "@£$¥¿\"¤%&'\f*+\0-/" +
        "<=>¡^¡_#*।॥\0൦൧൨൩" +
        "൪൫൬൭൮൯൰൱{}൲൳൴൵ൺ\\" +
        "ൻർൽൾൿ\0\0\0\0\0\0\0[~]\0" +
        "|ABCDEFGHIJKLMNO" +
        "PQRSTUVWXYZ\0\0\0\0\0" +
        "\0\0\0\0\0€\0\0\0\0\0\0\0\0\0\0" +
        "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0";

    /// <summary>Oriya, clause A.2.9.</summary>
    private const string OriyaSingleShift =
        "@£$¥¿\"¤%&'\f*+\0-/" +
        "<=>¡^¡_#*।॥\0୦୧୨୩" +
        "୪୫୬୭୮୯ଡ଼ଢ଼{}ୟ୰ୱ\0\0\\" +
        "\0\0\0\0\0\0\0\0\0\0\0\0[~]\0" +
        "|ABCDEFGHIJKLMNO" +
        "PQRSTUVWXYZ\0\0\0\0\0" +
        "\0\0\0\0\0€\0\0\0\0\0\0\0\0\0\0" +
        "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0";

    /// <summary>Punjabi, clause A.2.10.</summary>
    private const string PunjabiSingleShift =
        "@£$¥¿\"¤%&'\f*+\0-/" +
        "<=>¡^¡_#*।॥\0੦੧੨੩" +
        "੪੫੬੭੮੯ਖ਼ਗ਼{}ਜ਼ੜਫ਼\u0A75\0\\" +
        "\0\0\0\0\0\0\0\0\0\0\0\0[~]\0" +
        "|ABCDEFGHIJKLMNO" +
        "PQRSTUVWXYZ\0\0\0\0\0" +
        "\0\0\0\0\0€\0\0\0\0\0\0\0\0\0\0" +
        "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0";

    /// <summary>Tamil, clause A.2.11. Code 0x24 is the digit eight: the standard once printed U+0BEF twice.</summary>
    private const string TamilSingleShift =
        "@£$¥¿\"¤%&'\f*+\0-/" +
        "<=>¡^¡_#*।॥\0௦௧௨௩" +
        "௪௫௬௭௮௯௳௴{}௵௶௷௸௺\\" +
        "\0\0\0\0\0\0\0\0\0\0\0\0[~]\0" +
        "|ABCDEFGHIJKLMNO" +
        "PQRSTUVWXYZ\0\0\0\0\0" +
        "\0\0\0\0\0€\0\0\0\0\0\0\0\0\0\0" +
        "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0";

    /// <summary>Telugu, clause A.2.12. Codes 0x22 and 0x23 are Telugu digits: the standard once printed 06CC and 06CD. The euro sign at 0x65 is in some editions only.</summary>
    private const string TeluguSingleShift =
        "@£$¥¿\"¤%&'\f*+\0-/" +
        "<=>¡^¡_#*\0\0\0౦౧౨౩" +
        "౪౫౬౭౮౯ౘౙ{}౸౹౺౻౼\\" +
        "౽౾౿\0\0\0\0\0\0\0\0\0[~]\0" +
        "|ABCDEFGHIJKLMNO" +
        "PQRSTUVWXYZ\0\0\0\0\0" +
        "\0\0\0\0\0€\0\0\0\0\0\0\0\0\0\0" +
        "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0";

    /// <summary>Urdu, clause A.2.13.</summary>
    private const string UrduSingleShift =
        "@£$¥¿\"¤%&'\f*+\0-/" +
        "<=>¡^¡_#*\u0600\u0601\0۰۱۲۳" +
        "۴۵۶۷۸۹،\u060D{}؎؏\u0610\u0611\u0612\\" +
        "\u0613\u0614\u061B\u061F\u0640\u0652\u0658\u066B\u066C\u0672\u0673\u06CD[~]\u06D4" +
        "|ABCDEFGHIJKLMNO" +
        "PQRSTUVWXYZ\0\0\0\0\0" +
        "\0\0\0\0\0€\0\0\0\0\0\0\0\0\0\0" +
        "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0";
}
