namespace SmsGateway.Emulator.Protocols;

/// <summary>What the emulator knows of numbers: enough to tell a mobile from a landline and from nonsense in the gateways' countries.</summary>
internal static class NumberingPlan
{
    /// <summary>Judges E.164 digits.</summary>
    public static NumberKind Kind(ReadOnlySpan<char> digits)
    {
        if (digits.Length is < 8 or > 15 || digits[0] == '0' || digits.ContainsAnyExceptInRange('0', '9'))
        {
            return NumberKind.Invalid;
        }

        return digits switch
        {
            ['4', '8', .. var national] => Poland(national),
            ['4', '4', .. var national] => UnitedKingdom(national),
            ['4', '6', .. var national] => Sweden(national),
            ['8', '4', .. var national] => Vietnam(national),
            ['3', '8', '0', .. var national] => Ukraine(national),
            ['5', '5', .. var national] => Brazil(national),
            _ => NumberKind.Mobile,
        };
    }

    private static NumberKind Poland(ReadOnlySpan<char> national) => Of(
        national.Length == 9,
        national is ['4', '5', ..] or ['5', '0' or '1' or '3' or '7', ..] or ['6', '0' or '6' or '9', ..] or ['7', '2' or '3' or '8' or '9', ..] or ['8', '8', ..]);

    private static NumberKind UnitedKingdom(ReadOnlySpan<char> national) => Of(national.Length == 10, national is ['7', ..]);

    private static NumberKind Sweden(ReadOnlySpan<char> national) => Of(national.Length is >= 7 and <= 9, national is ['7', ..] && national.Length == 9);

    private static NumberKind Vietnam(ReadOnlySpan<char> national) => Of(
        national.Length is 9 or 10,
        national.Length == 9 && national[0] is '3' or '5' or '7' or '8' or '9');

    // 00 belongs to nobody and stands for "made up" in this project's own numbers.
    private static NumberKind Ukraine(ReadOnlySpan<char> national) => Of(
        national.Length == 9,
        national is ['0', '0', ..] or ['3', '9', ..] or ['5', '0', ..] or ['6', '3' or '6' or '7' or '8', ..] or ['7', ..] or ['9', ..]);

    private static NumberKind Brazil(ReadOnlySpan<char> national) => Of(
        national.Length is 10 or 11,
        national.Length == 11 ? national[2] == '9' : national.Length == 10 && national[2] >= '6');

    private static NumberKind Of(bool hasLength, bool isMobile) =>
        !hasLength ? NumberKind.Invalid : isMobile ? NumberKind.Mobile : NumberKind.Landline;
}

/// <summary>What kind of number it is.</summary>
internal enum NumberKind
{
    Invalid,
    Landline,
    Mobile,
}
