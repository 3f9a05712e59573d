using Microsoft.Extensions.Configuration;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Turns a configuration section into registrations, and what cannot be read into sentences.</summary>
internal sealed class SmsConfigurationReader(ISmsGatewayBuilder builder, SmsGatewayCatalog catalog, List<string> mistakes)
{
    public void Read(IConfiguration configuration)
    {
        foreach (var section in configuration.GetChildren())
        {
            switch (section.Key.ToUpperInvariant())
            {
                case "ACCOUNTS":
                    foreach (var account in section.GetChildren())
                    {
                        ReadAccount(account);
                    }

                    break;
                case "ROUTES":
                    builder.AddRouting(section);
                    break;
                case "KEYEDONLY":
                    ReadKeyedOnly(section);
                    break;
                default:
                    mistakes.Add($"{section.Path} is no setting; there are Accounts, Routes and KeyedOnly.");
                    break;
            }
        }
    }

    private void ReadAccount(IConfigurationSection account)
    {
        if (account.GetChildren().ToList() is not [var options])
        {
            mistakes.Add($"{account.Path} must hold exactly one entry, named after its gateway: {Gateways}.");
            return;
        }

        if (catalog.Find(options.Key) is not { } add)
        {
            mistakes.Add($"{options.Path} names no known gateway; there are {Gateways}.");
            return;
        }

        try
        {
            add(builder, account.Key, options);
        }
        catch (ArgumentException mistake)
        {
            mistakes.Add($"{account.Path}: {mistake.Message.Split(" (Parameter")[0]}");
        }
    }

    private void ReadKeyedOnly(IConfigurationSection section)
    {
        if (!bool.TryParse(section.Value, out var only))
        {
            mistakes.Add($"{section.Path} must be true or false.");
        }
        else if (only)
        {
            builder.KeyedOnly();
        }
    }

    private string Gateways => string.Join(", ", catalog.Names);
}
