using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace SmsGateway.Browser.Tests.Support;

/// <summary>The application to which reports and replies are pushed: it takes them all.</summary>
internal sealed class Application : IAsyncDisposable
{
    private readonly WebApplication _app;

    private Application(WebApplication app) => _app = app;

    public Uri Url => new(_app.Urls.Single() + "/sms");

    public static async Task<Application> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.Run(context => context.Response.WriteAsync("OK"));
        await app.StartAsync(Sender.Token);
        return new(app);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
