using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using SmsGateway.Emulator.Api;
using SmsGateway.Emulator.Capture;
using SmsGateway.Emulator.Protocols;

namespace SmsGateway.Emulator.Hosting;

/// <summary>
/// The whole application, right on top of the server: no container, no middleware, no routing table. A request goes to the
/// emulator's own interface, to the gateway whose path it has, or nowhere.
/// </summary>
internal sealed class EmulatorApplication(EmulatorCore core) : IHttpApplication<HttpContext>
{
    private readonly GatewayPipeline _gateways = new(core);
    private readonly ApiHost _api = new(core);

    public HttpContext CreateContext(IFeatureCollection contextFeatures) => new DefaultHttpContext(contextFeatures);

    public void DisposeContext(HttpContext context, Exception? exception)
    {
        // A context holds nothing of its own.
    }

    public async Task ProcessRequestAsync(HttpContext context)
    {
        try
        {
            await DispatchAsync(context).ConfigureAwait(false);
        }
        catch (Exception exception) when (context.RequestAborted.IsCancellationRequested && exception is OperationCanceledException or IOException)
        {
            // The caller went away.
        }
    }

    private Task DispatchAsync(HttpContext context)
    {
        var path = context.Request.Path.Value ?? "/";
        if (ApiHost.Owns(path))
        {
            return _api.HandleAsync(context);
        }

        foreach (var protocol in core.Protocols)
        {
            if (protocol.Match(context.Request.Method, path) is { } route)
            {
                return _gateways.RunAsync(context, protocol, route);
            }
        }

        return NowhereAsync(context, path);
    }

    private Task NowhereAsync(HttpContext context, string path)
    {
        var request = context.Request;
        var exchange = new CapturedExchange
        {
            At = core.Now,
            Method = request.Method,
            Origin = $"{request.Scheme}://{request.Host}",
            Path = path,
            RawQuery = request.QueryString.Value ?? "",
            Status = 404,
        };
        core.Exchanges.Add(core.Strays, exchange);
        core.Feed.Publish(EventKind.Exchange, exchange);
        return ReplyWriter.WriteAsync(context, GatewayReply.Text("No gateway has this path. The emulator's own address is the root of SMSAPI, SMS Club and key/ref; SpeedSMS is below /index.php, SpeedMarket below /webservice-rest.\n", status: 404));
    }
}
