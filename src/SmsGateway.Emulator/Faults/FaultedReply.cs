using System.Text;
using Microsoft.AspNetCore.Http;
using SmsGateway.Emulator.Capture;
using SmsGateway.Emulator.Hosting;
using SmsGateway.Emulator.Protocols;

namespace SmsGateway.Emulator.Faults;

/// <summary>Sends a reply the way a fault says.</summary>
internal sealed class FaultedReply(EmulatorCore core, HttpContext http, Fault fault)
{
    private readonly Wire _wire = fault.Wire;

    /// <summary>The status that the caller will read; 0 for none.</summary>
    public static int Status(Fault fault, GatewayReply reply) => fault.Wire.Kind switch
    {
        WireKind.Hang or WireKind.CloseFin or WireKind.Reset or WireKind.StatusLineOnly or WireKind.Garbage or WireKind.StatusLine => 0,
        WireKind.BadChunk => 200,
        _ => reply.Status,
    };

    /// <summary>The reply that the fault puts in the place of the genuine one; a request that was not read has only those of HTTP.</summary>
    public static GatewayReply Choose(Fault fault, GatewayReply genuine, IGatewayProtocol protocol, GatewayCall? call) => (fault.Wire.Kind, call) switch
    {
        (WireKind.RateLimited, not null) => WithRetryAfter(protocol.RateLimited(call), fault.Wire),
        (WireKind.Unauthorized, not null) => protocol.Unauthorized(call),
        (WireKind.GatewayError, not null) => protocol.Error(call, fault.Wire.Text ?? ""),
        (WireKind.Status or WireKind.RateLimited, _) => Plain(fault.Wire),
        (WireKind.Redirect, _) => GatewayReply.Text("", status: fault.Wire.Status).With("Location", fault.Wire.Text!),
        (WireKind.Body, _) => genuine with { Status = 200, ContentType = fault.Wire.ContentType ?? genuine.ContentType, Body = OwnBody(fault.Wire) },
        (WireKind.EmptyBody, _) => genuine with { Status = 200, Body = [] },
        _ => genuine,
    };

    /// <summary>Sends the chosen reply.</summary>
    public async Task SendAsync(GatewayReply reply, ReplyAnatomy anatomy, AnswerSignal answered)
    {
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, core.Stopping);
        try
        {
            if (_wire.Delay > TimeSpan.Zero)
            {
                var jitter = _wire.Jitter > TimeSpan.Zero ? core.Dice(_wire.Jitter) : TimeSpan.Zero;
                await Task.Delay(_wire.Delay + jitter, TimeProvider.System, ends.Token).ConfigureAwait(false);
            }

            if (Status(fault, reply) == 0 || _wire.Kind == WireKind.HalfBody)
            {
                answered.Give(); // It never will be: reports need not wait for it.
            }

            await SendAsync(reply, anatomy, ends.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            http.Abort();
        }
    }

    private Task SendAsync(GatewayReply reply, ReplyAnatomy anatomy, CancellationToken ends)
    {
        var raw = new RawWire(http, ends);
        return _wire.Kind switch
        {
            WireKind.Hang => raw.HangAsync(),
            WireKind.CloseFin => raw.FinAsync(),
            WireKind.Reset => raw.ResetAsync(),
            WireKind.StatusLineOnly => raw.SendThenAsync("HTTP/1.1 200 OK\r\n", default, After.Fin),
            WireKind.Garbage => raw.SendThenAsync("", RawWire.Noise, After.Fin),
            WireKind.BadChunk => raw.SendThenAsync("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n", reply.Body, After.Fin),
            WireKind.HalfBody when http.Request.IsHttps => SlowWire.HalfAsync(http, reply, raw, _wire.Then),
            WireKind.HalfBody => raw.SendThenAsync(RawWire.Head(reply), reply.Body.AsMemory(0, reply.Body.Length / 2), _wire.Then),
            WireKind.ReplyThenClose => raw.SendThenAsync(RawWire.Head(reply), reply.Body, After.Fin),
            WireKind.StrayBytes => raw.SendThenAsync(RawWire.Head(reply), RawWire.WithNoise(reply.Body), After.Fin),
            WireKind.StatusLine => raw.SendThenAsync(RawWire.Head(reply, _wire.Text), reply.Body, After.Fin),
            WireKind.ContinueFlood => raw.ContinueAsync(_wire.Count, reply),
            WireKind.Dribble => SlowWire.DribbleAsync(http, reply, _wire.Pace, ends),
            WireKind.HugeBody => SlowWire.HugeAsync(http, reply, _wire.Count, ends),
            _ => ReplyWriter.WriteAsync(http, ReplyRewriter.Rewrite(reply, _wire, anatomy)),
        };
    }

    private static GatewayReply Plain(Wire wire) => GatewayReply.Text(wire.Text ?? "", wire.ContentType ?? TypeOf(wire.Text), wire.Status);

    private static GatewayReply WithRetryAfter(GatewayReply reply, Wire wire) =>
        wire is { Kind: WireKind.RateLimited, Text: { } value } ? reply.With("Retry-After", value) : reply;

    private static byte[] OwnBody(Wire wire) => wire.Bytes?.ToArray() ?? Encoding.UTF8.GetBytes(wire.Text ?? "");

    private static string TypeOf(string? body) => body is not null && body.TrimStart() is ['<', ..] ? "text/html" : "text/plain";
}
