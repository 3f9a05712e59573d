using Microsoft.AspNetCore.Http;
using SmsGateway.Emulator.Capture;
using SmsGateway.Emulator.Faults;
using SmsGateway.Emulator.Protocols;
using SmsGateway.Emulator.Push;

namespace SmsGateway.Emulator.Hosting;

/// <summary>The way of one request through a gateway: read, identify, decide about a fault, answer, record, reply.</summary>
internal sealed class GatewayPipeline(EmulatorCore core)
{
    public async Task RunAsync(HttpContext http, IGatewayProtocol protocol, GatewayRoute route)
    {
        if (EarlyFault(http, protocol, route) is { } early)
        {
            var substitute = FaultedReply.Choose(early, GatewayReply.Text(""), protocol, call: null);
            await new FaultedReply(core, http, early).SendAsync(substitute, protocol.Anatomy, AnswerSignal.Given).ConfigureAwait(false);
            return;
        }

        if (await RequestBody.ReadAsync(http, core.Options.MaxRequestBytes).ConfigureAwait(false) is not { } body)
        {
            http.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return;
        }

        var started = TimeProvider.System.GetTimestamp();
        var call = new GatewayCall(core, http, route, body);
        protocol.Open(call);
        var exchange = Describe(call, protocol);
        var fault = FaultFor(call, protocol, exchange);
        call.Keeps = fault?.Accept ?? true;
        var reply = Answer(call, protocol);
        reply = fault is null ? reply : FaultedReply.Choose(fault.Value, reply, protocol, call);
        Record(call, exchange, reply, fault);
        call.BeginLives();
        if (call.Early.Count > 0)
        {
            await Task.WhenAll(call.Early).ConfigureAwait(false);
        }

        if (fault is { } armed)
        {
            await new FaultedReply(core, http, armed).SendAsync(reply, protocol.Anatomy, call.Answered).ConfigureAwait(false);
        }
        else
        {
            await ReplyWriter.WriteAsync(http, reply).ConfigureAwait(false);
        }

        call.Answered.Give();
        exchange.Elapsed = TimeProvider.System.GetElapsedTime(started);
    }

    // Before the body is read, only headers and query can say whose request it is.
    private Fault? EarlyFault(HttpContext http, IGatewayProtocol protocol, GatewayRoute route)
    {
        if (!core.AnyEarlyFault)
        {
            return null;
        }

        var call = new GatewayCall(core, http, route, []);
        protocol.Open(call);
        var subject = new FaultSubject(protocol.Gateway, route.Operation, Exchange: null, static () => [], static () => "");
        return (call.Inbox is { Faults.HasEarly: true } inbox ? inbox.Faults.Take(subject) : null)
            ?? (core.Faults.HasEarly ? core.Faults.Take(subject) : null);
    }

    private static GatewayReply Answer(GatewayCall call, IGatewayProtocol protocol)
    {
        if (call.Inbox is null)
        {
            return protocol.Answer(call);
        }

        if (call.Core.Options.RateLimit is { } limit && !call.Inbox.Limiter.TryTake(limit, out _))
        {
            return protocol.RateLimited(call);
        }

        return protocol.Answer(call);
    }

    private Fault? FaultFor(GatewayCall call, IGatewayProtocol protocol, CapturedExchange exchange)
    {
        var inbox = call.Inbox;
        if (core.Faults.IsArmed || inbox is { Faults.IsArmed: true })
        {
            var subject = new FaultSubject(protocol.Gateway, call.Operation, exchange, () => protocol.Recipients(call), () => protocol.Text(call));
            if ((inbox?.Faults.Take(subject) ?? core.Faults.Take(subject)) is { } armed)
            {
                return armed;
            }
        }

        return core.Options.MagicNumbers && inbox is not null && call.Operation == Operation.Send
            ? MagicNumbers.RequestFault(protocol.Recipients(call))
            : null;
    }

    private CapturedExchange Describe(GatewayCall call, IGatewayProtocol protocol)
    {
        var request = call.Request;
        var full = core.Options.CaptureBodies;
        return new()
        {
            At = call.Now,
            Method = request.Method,
            Origin = $"{request.Scheme}://{request.Host}",
            Path = request.Path.Value ?? "/",
            RawQuery = full ? request.QueryString.Value ?? "" : "",
            RawHeaders = full ? [.. request.Headers.Select(header => KeyValuePair.Create(header.Key, header.Value.ToString()))] : [],
            RawRequest = full || core.Faults.IsArmed || call.Inbox is { Faults.IsArmed: true } ? call.Body : [],
            Gateway = protocol.Gateway,
            Operation = call.Operation,
            Inbox = call.Inbox?.Name,
            Credential = call.Credential,
        };
    }

    private void Record(GatewayCall call, CapturedExchange exchange, GatewayReply reply, Fault? fault)
    {
        exchange.Messages = call.Accepted.Count;
        exchange.Fault = fault?.ToString();
        exchange.Kept = call.Keeps;
        exchange.Status = fault is { } armed ? FaultedReply.Status(armed, reply) : reply.Status;
        exchange.ResponseType = reply.ContentType;
        exchange.RawResponse = core.Options.CaptureBodies ? reply.Body : [];
        core.Exchanges.Add(call.Inbox?.ExchangeRecords ?? core.Strays, exchange, together: () => call.Deliver(exchange));
        core.Feed.Publish(EventKind.Exchange, exchange);
        core.Meter.Count(exchange);
    }
}
