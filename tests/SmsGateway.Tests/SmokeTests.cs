namespace SmsGateway.Tests;

public sealed class SmokeTests
{
    [Fact]
    public void House_Stands() => Assert.NotNull(typeof(SmokeTests).Assembly.Location);
}
