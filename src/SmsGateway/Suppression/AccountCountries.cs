using Microsoft.Extensions.Options;
using SmsGateway.Client;

namespace SmsGateway.Suppression;

/// <summary>Reads numbers as any of the accounts might: which one will send is not known yet, and a national number may be on the list.</summary>
internal sealed class AccountCountries(AccountDirectory accounts, IOptions<SmsRegistrations> registrations)
{
    private readonly Lazy<string?[]> _codes = new(() =>
        [.. registrations.Value.Accounts.Select(name => accounts.Find(name)?.Account.Current.Options.DefaultCountryCode).Append(null).Distinct(StringComparer.Ordinal)]);

    public IEnumerable<PhoneNumber> Read(string? text)
    {
        HashSet<PhoneNumber> numbers = [];
        foreach (var code in _codes.Value)
        {
            if (PhoneNumber.TryParse(text, code, out var number) && numbers.Add(number))
            {
                yield return number;
            }
        }
    }
}
