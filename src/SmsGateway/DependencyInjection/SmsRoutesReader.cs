using System.Globalization;
using Microsoft.Extensions.Configuration;
using SmsGateway;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>
/// Reads routes from configuration by hand: no reflection, and a sentence for each mistake, with the path of the setting. Wherever
/// accounts are named, one name or a list of names will do.
/// </summary>
internal static class SmsRoutesReader
{
    public static void Read(IConfiguration configuration, SmsRoutes routes, Action<string> fail)
    {
        if (!configuration.GetChildren().Any())
        {
            fail($"{(configuration as IConfigurationSection)?.Path ?? "The configuration"} holds no SMS routes.");
        }

        foreach (var section in configuration.GetChildren())
        {
            switch (section.Key.ToUpperInvariant())
            {
                case "PREFIXES":
                    Each(section, fail, entry => routes.Prefix(entry.Key, Names(entry)));
                    break;
                case "SENDERS":
                    Each(section, fail, entry => routes.Sender(entry.Key, Names(entry)));
                    break;
                case "CATEGORIES":
                    Each(section, fail, entry => routes.Category(Category(entry.Key), Names(entry)));
                    break;
                case "FAILOVER":
                    Each(section, fail, entry => routes.Failover(entry.Key, Names(entry)));
                    break;
                case "SENDERFOR":
                    Each(section, fail, entry => routes.SenderFor(entry.Key, entry.Value ?? ""));
                    break;
                case "OTHERWISE":
                    Try(section, fail, Otherwise);
                    break;
                case "ATLEASTONCE":
                    Try(section, fail, entry => routes.AtLeastOnce([.. Names(entry).Select(Category)]));
                    break;
                default:
                    fail($"{section.Path} is no setting of the routes; there are Prefixes, Senders, Categories, Otherwise, Failover, SenderFor and AtLeastOnce.");
                    break;
            }
        }

        void Otherwise(IConfigurationSection section)
        {
            if (IsList(section))
            {
                routes.Otherwise(Names(section));
            }
            else
            {
                routes.OtherwiseByWeight([.. section.GetChildren().Select(entry => (entry.Key, Weight(entry)))]);
            }
        }
    }

    private static void Each(IConfigurationSection section, Action<string> fail, Action<IConfigurationSection> read)
    {
        foreach (var entry in section.GetChildren())
        {
            Try(entry, fail, read);
        }
    }

    private static void Try(IConfigurationSection section, Action<string> fail, Action<IConfigurationSection> read)
    {
        try
        {
            read(section);
        }
        catch (Exception mistake) when (mistake is ArgumentException or FormatException)
        {
            fail($"{section.Path}: {mistake.Message}");
        }
    }

    private static string[] Names(IConfigurationSection section) => section.Value is { } only
        ? [only]
        : [.. section.GetChildren().Select(entry => entry.Value ?? throw new FormatException("A name was expected."))];

    // Lists are numbered from 0 in configuration.
    private static bool IsList(IConfigurationSection section) =>
        section.Value is not null || section.GetChildren().Select((entry, i) => entry.Key == i.ToString(CultureInfo.InvariantCulture)).All(isNext => isNext);

    private static int Weight(IConfigurationSection entry) =>
        int.TryParse(entry.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var weight) ? weight : throw new FormatException("A weight is a number.");

    private static SmsCategory Category(string name) =>
        Enum.TryParse<SmsCategory>(name, ignoreCase: true, out var category) && Enum.IsDefined(category) && !char.IsAsciiDigit(name[0])
            ? category
            : throw new FormatException($"{name} is no category; there are {string.Join(", ", Enum.GetNames<SmsCategory>())}.");
}
