using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace SmsGateway.Emulator.Hosting;

/// <summary>Kestrel on one port, without a host around it: up in a millisecond, gone as fast, and up again on the same port.</summary>
internal sealed class Listener(SmsEmulatorOptions options, X509Certificate2? certificate, IHttpApplication<HttpContext> application) : IAsyncDisposable
{
    private KestrelServer? _server;
    private Socket? _placeholder;

    /// <summary>The port, once it was started.</summary>
    public int Port { get; private set; } = options.Port;

    public bool IsListening => _server is not null;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        _placeholder?.Dispose();
        _placeholder = null;
        var server = CreateServer();
        try
        {
            await server.StartAsync(application, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            server.Dispose();
            throw;
        }

        Port = new Uri(server.Features.Get<IServerAddressesFeature>()!.Addresses.First()).Port;
        _server = server;
    }

    /// <summary>Closes every connection. New ones are refused, and the port stays ours: a socket that is bound but does not listen holds it.</summary>
    public async Task StopAsync()
    {
        if (_server is null)
        {
            return;
        }

        await ShutDownAsync().ConfigureAwait(false);
        _placeholder = new Socket(options.Address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        _placeholder.Bind(new IPEndPoint(options.Address, Port));
    }

    public async ValueTask DisposeAsync()
    {
        await ShutDownAsync().ConfigureAwait(false);
        _placeholder?.Dispose();
    }

    private async Task ShutDownAsync()
    {
        if (_server is { } server)
        {
            _server = null;
            await server.StopAsync(new CancellationToken(canceled: true)).ConfigureAwait(false);
            server.Dispose();
        }
    }

    private KestrelServer CreateServer()
    {
        var kestrel = new KestrelServerOptions { AddServerHeader = false };
        kestrel.Limits.MaxRequestBodySize = null; // RequestBody keeps the limit, and answers.
        kestrel.Limits.MaxRequestLineSize = 64 << 10; // A GET may carry two hundred recipients and a long text.
        kestrel.Limits.MinResponseDataRate = null; // Slow replies are made on purpose here.
        kestrel.Listen(options.Address, Port, listen =>
        {
            listen.Protocols = HttpProtocols.Http1;
            if (certificate is not null)
            {
                listen.Use(next => new TlsConnection(next, certificate).RunAsync);
            }
        });
        return new(
            Options.Create(kestrel),
            new SocketTransportFactory(Options.Create(new SocketTransportOptions()), NullLoggerFactory.Instance),
            NullLoggerFactory.Instance);
    }
}
