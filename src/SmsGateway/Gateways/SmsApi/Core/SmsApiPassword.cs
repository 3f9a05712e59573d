using System.Security.Cryptography;
using System.Text;

namespace SmsGateway.SmsApi;

/// <summary>Passwords as SMSAPI wants them: MD5 in 32 hexadecimal digits. Weak, but the vendor's choice; only sub-users and mail2sms need it.</summary>
internal static class SmsApiPassword
{
#pragma warning disable CA5351 // The protocol asks for MD5.
    public static string? Hash(string? password) =>
        password is null ? null : Convert.ToHexString(MD5.HashData(Encoding.UTF8.GetBytes(password))).ToLowerInvariant();
#pragma warning restore CA5351
}
