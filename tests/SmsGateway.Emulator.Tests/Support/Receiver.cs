using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace SmsGateway.Emulator.Tests.Support;

/// <summary>The application's side of pushes: records what comes and answers as it is told.</summary>
internal sealed class Receiver : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<(int Status, string Body)> _answers = new();
    private readonly SemaphoreSlim _came = new(0);

    private Receiver(WebApplication app) => _app = app;

    public ConcurrentQueue<Push> Pushes { get; } = new();

    public Uri Url { get; private set; } = null!;

    public Func<Task>? Meanwhile { get; set; }

    public static async Task<Receiver> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var receiver = new Receiver(builder.Build());
        receiver._app.Run(receiver.TakeAsync);
        await receiver._app.StartAsync(Caller.Token);
        receiver.Url = new(receiver._app.Urls.Single() + "/hook");
        return receiver;
    }

    /// <summary>The next answers; then 200 and OK.</summary>
    public Receiver Answering(params (int Status, string Body)[] answers)
    {
        foreach (var answer in answers)
        {
            _answers.Enqueue(answer);
        }

        return this;
    }

    public async Task<Push> NextAsync()
    {
        Assert.True(await _came.WaitAsync(TimeSpan.FromSeconds(5), Caller.Token), "No push came.");
        return Pushes.Last();
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        if (Meanwhile is not null)
        {
            await Meanwhile();
        }

        Pushes.Enqueue(new(context.Request.Method, target, Encoding.Latin1.GetString(body.ToArray()), context.Request.ContentType));
        var (status, text) = _answers.TryDequeue(out var answer) ? answer : (200, "OK");
        context.Response.StatusCode = status;
        if (status is 302)
        {
            context.Response.Headers.Location = text;
        }

        await context.Response.WriteAsync(text);
        _came.Release();
    }
}

/// <summary>One push as it came; the body byte by byte.</summary>
internal sealed record Push(string Method, string Target, string Body, string? ContentType)
{
    public string Query => Target[(Target.IndexOf('?', StringComparison.Ordinal) + 1)..];
}
