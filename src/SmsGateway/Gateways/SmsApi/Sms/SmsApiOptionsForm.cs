using SmsGateway.Http;

namespace SmsGateway.SmsApi;

/// <summary>Writes the parameters that native sends and neutral messages with extras have in common.</summary>
internal static class SmsApiOptionsForm
{
    public static void Write(ref FormWriter form, SmsApiSendOptions options)
    {
        if (options.Template is { } template)
        {
            form.Add("template"u8, template);
        }

        if (options.Binary is { } binary)
        {
            form.Add("datacoding"u8, "bin"u8);
            form.Add("udh"u8, binary.Header);
            form.Add("message"u8, binary.Data);
        }

        Flag(ref form, "single"u8, options.Single);
        if (options.MaxParts is { } parts)
        {
            form.Add("max_parts"u8, parts);
        }

        Flag(ref form, "nounicode"u8, options.NoUnicode);
        Flag(ref form, "normalize"u8, options.Normalize);
        Flag(ref form, "fast"u8, options.Fast);
        if (options.TimeRestriction is { } restriction)
        {
            form.Add("time_restriction"u8, NameOf(restriction));
        }

        Flag(ref form, "skip_foreign"u8, options.SkipForeign);
        if (options.PartnerId is { } partner)
        {
            form.Add("partner_id"u8, partner);
        }

        if (options.DiscountGroup is { } group)
        {
            form.Add("discount_group"u8, group);
        }
    }

    /// <summary>1, or nothing.</summary>
    public static void Flag(ref FormWriter form, ReadOnlySpan<byte> name, bool value)
    {
        if (value)
        {
            form.Add(name, "1"u8);
        }
    }

    /// <summary>"param1" for the first.</summary>
    public static ReadOnlySpan<byte> ParameterName(int index) => index switch
    {
        0 => "param1"u8,
        1 => "param2"u8,
        2 => "param3"u8,
        _ => "param4"u8,
    };

    private static ReadOnlySpan<byte> NameOf(SmsApiTimeRestriction restriction) => restriction switch
    {
        SmsApiTimeRestriction.Ignore => "ignore"u8,
        SmsApiTimeRestriction.NearestAvailable => "nearest_available"u8,
        _ => "follow"u8,
    };
}
