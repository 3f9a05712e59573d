using System.IO.Pipelines;
using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http.Features;

namespace SmsGateway.Emulator.Hosting;

/// <summary>Puts TLS between the socket and HTTP. The server's own way needs a container with services in it.</summary>
internal sealed class TlsConnection(ConnectionDelegate next, X509Certificate2 certificate) : IDuplexPipe, ITlsConnectionFeature
{
    private PipeReader? _input;
    private PipeWriter? _output;

    PipeReader IDuplexPipe.Input => _input!;

    PipeWriter IDuplexPipe.Output => _output!;

    X509Certificate2? ITlsConnectionFeature.ClientCertificate { get; set; }

    Task<X509Certificate2?> ITlsConnectionFeature.GetClientCertificateAsync(CancellationToken cancellationToken) => Task.FromResult<X509Certificate2?>(null);

    public Task RunAsync(ConnectionContext connection) => new TlsConnection(next, certificate).RunOnceAsync(connection);

    private async Task RunOnceAsync(ConnectionContext connection)
    {
        var plain = connection.Transport;
        var tls = new SslStream(new DuplexPipeStream(plain));
        await using (tls.ConfigureAwait(false))
        {
            try
            {
                await tls.AuthenticateAsServerAsync(
                    new SslServerAuthenticationOptions { ServerCertificate = certificate, ApplicationProtocols = [SslApplicationProtocol.Http11] },
                    connection.ConnectionClosed).ConfigureAwait(false);
            }
            catch (Exception exception) when (exception is AuthenticationException or IOException or OperationCanceledException)
            {
                return; // The caller did not like the certificate.
            }

            (_input, _output) = (PipeReader.Create(tls), PipeWriter.Create(tls));
            connection.Transport = this;
            connection.Features.Set<ITlsConnectionFeature>(this);
            await next(connection).ConfigureAwait(false);
            await _input.CompleteAsync().ConfigureAwait(false);
            await _output.CompleteAsync().ConfigureAwait(false);
            connection.Transport = plain;
        }
    }
}
