using System.Reflection;
using System.Text.RegularExpressions;
using SmsGateway.Http;

namespace SmsGateway.Tests;

/// <summary>The rules of the house that a compiler cannot hold.</summary>
public sealed partial class ConventionTests
{
    private static readonly string Source = Path.Combine(Fixture.Root, "src", "SmsGateway");
    private static readonly string[] Gateways = ["KeyRef", "SmsApi", "SmsClub", "SpeedMarket", "SpeedSms"];

    public static TheoryData<string> GatewayNames => [.. Gateways];

    [Theory]
    [MemberData(nameof(GatewayNames))]
    public void Gateway_Folder_HasTheFilesOfEveryGateway(string gateway)
    {
        string[] expected = ["Options", "Gateway", "Codes", "Wire", "BuilderExtensions"];

        Assert.All(expected, part => Assert.True(File.Exists(Path.Combine(Source, "Gateways", gateway, $"{gateway}{part}.cs")), $"{gateway}{part}.cs is missing"));
    }

    [Theory]
    [MemberData(nameof(GatewayNames))]
    public void Gateway_Folder_KnowsNoOtherGatewayNorClientNorResilience(string gateway)
    {
        foreach (var file in Files(Path.Combine("Gateways", gateway)))
        {
            var code = CodeOf(file);
            Assert.All(Gateways.Where(other => other != gateway), other => Assert.DoesNotContain(other, code));
            Assert.DoesNotContain("SmsGateway.Client", code);
            Assert.DoesNotContain("SmsGateway.Resilience", code);
        }
    }

    [Fact]
    public void Client_KnowsNoGatewayByName() => AssertFree("Client", Gateways);

    [Fact]
    public void Segments_KnowNothingElse() => AssertFree("Segments", ["SmsMessage ", "SmsResult", "SmsGateway.Http", "SmsGateway.Client", "SmsGateway.Resilience", "PhoneNumber "]);

    [Fact]
    public void Http_KnowsNothingAboveIt() => AssertFree("Http", ["SmsGateway.Client", "SmsGateway.Resilience", .. Gateways.Select(gateway => $"SmsGateway.{gateway}")]);

    [Fact]
    public void Model_KnowsOnlyTheRepeatTable()
    {
        foreach (var file in Directory.EnumerateFiles(Source, "*.cs"))
        {
            var usings = CodeOf(file).Split('\n').Where(line => line.StartsWith("using SmsGateway.", StringComparison.Ordinal)).ToList();
            string[] allowed = Path.GetFileName(file) switch
            {
                "SmsResult.cs" => ["using SmsGateway.Resilience;"],
                "SmsOptionsCheck.cs" => ["using SmsGateway.Resilience;", "using SmsGateway.Webhooks;"],
                "SmsAccountOptions.cs" => ["using SmsGateway.Http;"],
                _ => [],
            };
            Assert.Empty(usings.Except(allowed));
        }
    }

    [Fact]
    public void Emulator_IsAnIsland() =>
        Assert.DoesNotContain("ProjectReference", File.ReadAllText(Path.Combine(Fixture.Root, "src", "SmsGateway.Emulator", "SmsGateway.Emulator.csproj")));

    [Fact]
    public void Classes_AreSealedOrStaticOrMeantForInheritance()
    {
        string[] open = [nameof(DelegatingSmsClient), nameof(SmsException), nameof(SmsAccountOptions), nameof(SmsEvent)];

        var others = typeof(ISmsClient).Assembly.GetExportedTypes()
            .Where(type => type is { IsClass: true, IsSealed: false } && !open.Contains(type.Name) && !typeof(Delegate).IsAssignableFrom(type));

        Assert.Empty(others.Select(type => type.FullName));
    }

    [Fact]
    public void AsynchronousMembers_TakeATokenLast()
    {
        var methods = typeof(ISmsClient).Assembly.GetExportedTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Where(method => typeof(Task).IsAssignableFrom(method.ReturnType) || method.ReturnType.Name.StartsWith("ValueTask", StringComparison.Ordinal) || method.ReturnType.Name.StartsWith("IAsyncEnumerable", StringComparison.Ordinal));

        Assert.All(methods, method => Assert.True(
            method.GetParameters() is [.., { ParameterType: var last }] && last == typeof(CancellationToken),
            $"{method.DeclaringType!.Name}.{method.Name} has no token at its end"));
    }

    [Fact]
    public void Drivers_AreQuietAndTimeless()
    {
        foreach (var gateway in Gateways)
        {
            foreach (var file in Files(Path.Combine("Gateways", gateway)).Where(file => file.EndsWith("Gateway.cs", StringComparison.Ordinal) || file.EndsWith("Codes.cs", StringComparison.Ordinal)))
            {
                var code = CodeOf(file);
                Assert.All(["ILogger", "TimeProvider", "Task", "catch", "await ", "HttpClient "], word => Assert.DoesNotContain(word, code));
            }
        }
    }

    [Fact]
    public void CodeTables_HoldNoIf() => Assert.All(
        Gateways, gateway => Assert.DoesNotMatch(@"\bif\s*\(", CodeOf(Path.Combine(Source, "Gateways", gateway, $"{gateway}Codes.cs"))));

    [Fact]
    public void Enums_OfOutcomesAndErrors_AreNotRenumbered()
    {
        Assert.Equal("Unknown=0,Accepted=1,Rejected=2,NotSent=3", Numbers<SmsOutcome>());
        Assert.Equal(
            "Unknown=0,InvalidRecipient=1,RecipientBlocked=2,DestinationNotAllowed=3,InvalidContent=4,TextTooLong=5,EncodingNotSupported=6,DuplicateMessage=7,InvalidSender=8,"
            + "InvalidRequest=9,NotSupported=10,AuthenticationFailed=11,IpNotAllowed=12,PermissionDenied=13,AccountBlocked=14,InsufficientBalance=15,RateLimited=16,GatewayUnavailable=17,"
            + "GatewayError=18,UnreadableResponse=19,ConnectionFailed=20,Timeout=21,ConnectionLost=22,CircuitOpen=23,Canceled=24",
            Numbers<SmsErrorKind>());
        Assert.Equal("Unknown=0,Scheduled=1,Queued=2,Sent=3,Delivered=4,Undelivered=5,Expired=6,Rejected=7,Cancelled=8", Numbers<SmsDeliveryStatus>());
        Assert.Equal("Unknown=0,Local=1,Transport=2,Gateway=3,Account=4,Sender=5,Recipient=6,Content=7", Numbers<SmsErrorScope>());
    }

    [Fact]
    public void Sends_AreNeverBodiless()
    {
        Assert.All(Gateways, gateway => Assert.DoesNotContain("Content = null", CodeOf(Path.Combine(Source, "Gateways", gateway, $"{gateway}Gateway.cs"))));
        Assert.True(typeof(GatewayRequest).GetProperty(nameof(GatewayRequest.Body))!.PropertyType == typeof(ReadOnlyMemory<byte>));
    }

    private static void AssertFree(string folder, string[] words)
    {
        foreach (var file in Files(folder))
        {
            var code = CodeOf(file);
            Assert.All(words, word => Assert.False(code.Contains(word, StringComparison.Ordinal), $"{Path.GetFileName(file)} mentions {word}"));
        }
    }

    private static string Numbers<T>()
        where T : struct, Enum => string.Join(',', Enum.GetValues<T>().Select(value => $"{value}={Convert.ToInt32(value)}"));

    private static string[] Files(string folder) => Directory.GetFiles(Path.Combine(Source, folder), "*.cs", SearchOption.AllDirectories);

    private static string CodeOf(string file) => Comment().Replace(File.ReadAllText(file), "");

    [GeneratedRegex(@"//.*$", RegexOptions.Multiline)]
    private static partial Regex Comment();
}
