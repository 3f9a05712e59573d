namespace SmsGateway.Tests.PublicApi;

/// <summary>
/// The public surface of each package is what was approved in the text file beside this test. To approve a change:
/// SMSGATEWAY_WRITE_DOCS=1 dotnet test, and review the difference.
/// </summary>
public sealed class PublicApiTests
{
    [Theory]
    [InlineData("SmsGateway")]
    [InlineData("SmsGateway.AspNetCore")]
    [InlineData("SmsGateway.Testing")]
    [InlineData("SmsGateway.Emulator")]
    public void Assembly_PublicSurface_IsAsApproved(string assembly)
    {
        var path = Path.Combine(Fixture.Root, "tests", "SmsGateway.Tests", "PublicApi", $"{assembly}.txt");
        var actual = PublicApiText.Of(System.Reflection.Assembly.Load(assembly));
        if (Environment.GetEnvironmentVariable("SMSGATEWAY_WRITE_DOCS") == "1")
        {
            File.WriteAllText(path, actual);
        }

        Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), actual);
    }
}
