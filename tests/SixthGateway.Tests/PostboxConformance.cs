using Microsoft.Extensions.DependencyInjection;
using SmsGateway;
using SmsGateway.Testing;

namespace SixthGateway.Tests;

public sealed class PostboxConformance : SmsGatewayConformance, IAsyncDisposable
{
    private readonly PostboxServer _postbox = new();

    public static TheoryData<string> Names => [.. CheckNames];

    protected override IReadOnlyList<string> Secrets => [PostboxServer.Key];

    [Theory]
    [MemberData(nameof(Names))]
    public Task Postbox(string check) => RunAsync(check, TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => _postbox.DisposeAsync();

    protected override string Number(int index) => $"+48500100{index:D3}";

    protected override void AddAccount(ISmsGatewayBuilder builder, string name, Uri address, Action<SmsAccountOptions> setUp) =>
        builder.AddPostbox(name, options =>
        {
            (options.Key, options.BaseAddress) = (PostboxServer.Key, address);
            setUp(options);
        });

    protected override Task<ServerReply> AnswerAsync(ReceivedRequest request, CancellationToken cancellationToken) =>
        _postbox.AnswerAsync(request, cancellationToken);
}
