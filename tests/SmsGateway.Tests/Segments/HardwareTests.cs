using System.Diagnostics;
using System.Runtime.Intrinsics.X86;

namespace SmsGateway.Tests.Segments;

/// <summary>The vectors again in a child process, with instruction sets switched off: the portable paths are exact too.</summary>
public sealed class HardwareTests
{
    [Theory]
    [InlineData("DOTNET_EnableAVX2", 1)]
    [InlineData("DOTNET_EnableHWIntrinsic", 2)]
    public async Task Vectors_WithoutInstructionSet_StillHold(string variable, int skippedOnX64)
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
        Assert.Contains("Failed: 0", output, StringComparison.Ordinal);
        if (Avx2.IsSupported)
        {
            // A skipped classifier is the proof that the child did without the instructions.
            Assert.Contains($"Skipped: {skippedOnX64}", output, StringComparison.Ordinal);
        }
    }
}
