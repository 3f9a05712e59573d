using SmsGateway.Tests.Support;

namespace SmsGateway.Tests.Gateways;

/// <summary>
/// The gateways' tests again - recorded replies, requests byte for byte, native clients, extras, features, tours - under cultures that
/// write numbers, dates and letters otherwise: what is sent and read is the same.
/// </summary>
public sealed class CultureTests(EmulatorFixture fixture)
{
    // The conformance tests wait for timeouts and breakers, which know no culture.
    private static readonly Type[] Without = [typeof(CultureTests), typeof(ConformanceTests)];

    private static readonly Type[] Classes =
        [.. typeof(CultureTests).Assembly.GetTypes().Where(type => type.FullName!.StartsWith(typeof(CultureTests).Namespace!, StringComparison.Ordinal) && type.Name.EndsWith("Tests", StringComparison.Ordinal) && !Without.Contains(type))];

#if ALL_TESTS && NET10_0_OR_GREATER // frameworks share their cultures
    private static string[] Cultures => Culture.Others;
#else
    private static string[] Cultures => Culture.Others[..1]; // whose letters differ most
#endif

    public static MatrixTheoryData<string, string> Rows => new(Cultures, Classes.Select(type => type.Name));

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Tests_UnderTheCulture_Pass(string culture, string tests)
    {
        using var scope = Culture.Use(culture);

        Assert.NotEqual(0, await TestClass.RunAsync(Classes.Single(type => type.Name == tests), fixture));
    }
}
