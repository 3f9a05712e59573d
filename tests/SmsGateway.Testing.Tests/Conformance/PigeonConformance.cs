using Microsoft.Extensions.DependencyInjection;

namespace SmsGateway.Testing.Tests.Conformance;

#pragma warning disable xUnit1051 // a guide's code is as short as its reader wants it

/// <summary>The suite of docs/testing.md, run.</summary>
public sealed class PigeonConformance : SmsGatewayConformance
{
    protected override IReadOnlyList<string> Secrets => ["the-key"];

    protected override string Number(int index) => $"+48500100{index:D3}";

    protected override void AddAccount(ISmsGatewayBuilder builder, string name, Uri address, Action<SmsAccountOptions> setUp) =>
        builder.AddPigeon(name, options =>
        {
            (options.Key, options.BaseAddress) = (Secrets[0], address);
            setUp(options);
        });

    protected override Task<ServerReply> AnswerAsync(ReceivedRequest request, CancellationToken cancellationToken) =>
        Task.FromResult(ServerReply.Of("yes"));
}

public sealed class PigeonTests
{
    [Fact]
    public async Task Pigeon_HoldsWhatEveryGatewayMust()
    {
        (await new PigeonConformance().RunAllAsync()).EnsurePassed();         // or RunAsync for each of CheckNames
    }
}

internal static class PigeonBuilderExtensions
{
    public static ISmsAccountBuilder AddPigeon(this ISmsGatewayBuilder builder, string name, Action<SloppyOptions> configure) =>
        builder.AddGateway<SloppyOptions>(name, options => options.Configure(configure), []);
}
