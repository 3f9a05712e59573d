using System.Buffers;
using SmsGateway.Http;

namespace SmsGateway.SmsApi;

/// <summary>Our references as SMSAPI's <c>idx</c>: one per recipient, joined by "|" in requests and by "," in reports.</summary>
internal static class SmsApiIdx
{
    private static readonly SearchValues<char> Allowed =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._");

    public static bool IsValid(string reference) =>
        reference.Length is >= 1 and <= 255 && !reference.AsSpan().ContainsAnyExcept(Allowed);

    public static void Write(ref FormWriter form, SmsBatch batch, bool check)
    {
        form.Begin("idx"u8);
        for (var i = 0; i < batch.Count; i++)
        {
            if (i > 0)
            {
                form.Raw("%7C"u8);
            }

            form.Append(batch.Messages[i].Reference);
        }

        if (check)
        {
            form.Add("check_idx"u8, "1"u8);
        }
    }
}
