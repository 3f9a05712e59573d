using System.Diagnostics;

namespace SmsGateway.Tests.Segments;

/// <summary>The vectors again in a child process, with instruction sets switched off: the portable paths are exact too.</summary>
public sealed class HardwareTests
{
    [Theory]
    [InlineData("DOTNET_EnableAVX2")]
    [InlineData("DOTNET_EnableHWIntrinsic")]
    public async Task Vectors_WithoutInstructionSet_StillHold(string variable)
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList =
            {
                "exec", typeof(HardwareTests).Assembly.Location, "-noLogo", "-noColor",
                "-class", typeof(VectorTests).FullName!, "-class", typeof(BlockTests).FullName!,
            },
            Environment = { [variable] = "0" },
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        using Process child = Process.Start(start)!;
        string output = await child.StandardOutput.ReadToEndAsync(cancellation);
        await child.WaitForExitAsync(cancellation);

        Assert.True(child.ExitCode == 0, output);
        Assert.Contains("Total: 9", output, StringComparison.Ordinal);
    }
}
