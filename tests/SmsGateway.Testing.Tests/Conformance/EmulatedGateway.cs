using SmsGateway.Emulator;

namespace SmsGateway.Testing.Tests.Conformance;

/// <summary>A suite whose good answers come from the emulator: each request is handed on as it came.</summary>
public abstract class EmulatedGateway : SmsGatewayConformance
{
    private static readonly HttpClient Http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });

    private readonly SmsEmulator _emulator;

    protected EmulatedGateway(EmulatorFixture fixture)
    {
        _emulator = fixture.Emulator;
        Inbox = _emulator.CreateInbox();
        Inbox.SpeedSms = Inbox.SpeedSms with { RateLimit = null };
        Inbox.SmsClub = Inbox.SmsClub with { RateLimit = null, DuplicateWindow = TimeSpan.Zero };
        Inbox.Balance = 1_000_000_000;
    }

    public static TheoryData<string> Names => [.. CheckNames];

    [Theory]
    [MemberData(nameof(Names))]
    public Task Gateway(string check) => RunAsync(check, TestContext.Current.CancellationToken);

    protected SmsInbox Inbox { get; }

    protected abstract string Prefix { get; }

    protected override string Number(int index) => $"{Prefix}{1_000 + index:D5}";

    protected override async Task<ServerReply> AnswerAsync(ReceivedRequest request, CancellationToken cancellationToken)
    {
        using var message = new HttpRequestMessage(new HttpMethod(request.Method), new Uri(_emulator.Url, request.Target));
        message.Content = new ReadOnlyMemoryContent(request.Body);
        foreach (var (name, value) in request.Headers.Where(header => header.Key is "Authorization" or "Accept" or "Content-Type"))
        {
            if (!message.Headers.TryAddWithoutValidation(name, value))
            {
                message.Content.Headers.TryAddWithoutValidation(name, value);
            }
        }

        using var response = await Http.SendAsync(message, cancellationToken);
        return ServerReply.Of(await response.Content.ReadAsByteArrayAsync(cancellationToken), (int)response.StatusCode, response.Content.Headers.ContentType?.ToString());
    }
}
