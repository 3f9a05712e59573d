using SmsGateway.Http;

namespace SmsGateway.SmsApi;

/// <summary>Writes the form of a batch for <c>sms.do</c>.</summary>
internal static class SmsApiBatchForm
{
    public static byte[] Write(SmsBatch batch, SmsApiExtras? extras, bool checkIdx)
    {
        var options = batch.First.Message;
        var form = new FormWriter((batch.Count * 36) + batch.First.Text.Length + 160);
        form.Add("format"u8, "json"u8);
        form.Add("encoding"u8, "utf-8"u8);
        form.Begin("to"u8);
        for (var i = 0; i < batch.Count; i++)
        {
            if (i > 0)
            {
                form.Raw("%2C"u8);
            }

            form.Append(batch.Messages[i].Number);
        }

        SmsApiIdx.Write(ref form, batch, check: checkIdx);
        WriteText(ref form, batch, extras);
        if (batch.First.Sender is { } sender)
        {
            form.Add("from"u8, sender);
        }

        if (batch.IsScheduled)
        {
            form.Add("date"u8, options.SendAt!.Value.ToUnixTimeSeconds());
            form.Add("date_validate"u8, "1"u8);
        }

        if (options.Validity is { } validity)
        {
            form.Add("expiration_date"u8, ((batch.IsScheduled ? options.SendAt!.Value : batch.Now) + validity).ToUnixTimeSeconds());
        }

        SmsApiOptionsForm.Flag(ref form, "flash"u8, options.Flash);
        SmsApiOptionsForm.Flag(ref form, "test"u8, options.DryRun);
        if (options.DeliveryReportUrl is { } url)
        {
            form.Add("notify_url"u8, url.AbsoluteUri);
        }

        SmsApiOptionsForm.Flag(ref form, "allow_duplicates"u8, HasSameNumberTwice(batch));
        if (extras is not null)
        {
            SmsApiOptionsForm.Write(ref form, extras);
        }

        return form.ToBody();
    }

    private static void WriteText(ref FormWriter form, SmsBatch batch, SmsApiExtras? extras)
    {
        if (batch.IsPersonalised)
        {
            form.Add("message"u8, "[%1%]");
            WriteValues(ref form, 0, batch, static (message, _) => message.Text);
            return;
        }

        // A template or a binary content stands in the text's place; it is written with the other options.
        if (extras is null or { Template: null, Binary: null })
        {
            form.Add("message"u8, batch.First.Text);
        }

        for (var i = 0; i < extras?.Parameters?.Count; i++)
        {
            WriteValues(ref form, i, batch, static (message, place) => message.Message.GetExtras<SmsApiExtras>()!.Parameters[place]);
        }
    }

    private static void WriteValues(ref FormWriter form, int place, SmsBatch batch, Func<OutgoingSms, int, string> value)
    {
        form.Begin(SmsApiOptionsForm.ParameterName(place));
        for (var i = 0; i < batch.Count; i++)
        {
            if (i > 0)
            {
                form.Raw("%7C"u8);
            }

            form.Append(value(batch.Messages[i], place));
        }
    }

    private static bool HasSameNumberTwice(SmsBatch batch)
    {
        if (batch.Count == 1)
        {
            return false;
        }

        HashSet<ulong> seen = new(batch.Count);
        foreach (var message in batch.Messages)
        {
            if (!seen.Add(message.Number.Number))
            {
                return true;
            }
        }

        return false;
    }
}
