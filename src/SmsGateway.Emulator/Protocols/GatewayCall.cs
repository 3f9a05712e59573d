using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using SmsGateway.Emulator.Capture;
using SmsGateway.Emulator.Hosting;
using SmsGateway.Emulator.Protocols.Http;

namespace SmsGateway.Emulator.Protocols;

/// <summary>One request on its way through a protocol.</summary>
internal sealed class GatewayCall(EmulatorCore core, HttpContext http, GatewayRoute route, byte[] body)
{
    private JsonElement? _json;
    private bool _parsed;

    public EmulatorCore Core => core;

    public HttpContext Http => http;

    public HttpRequest Request => http.Request;

    public Operation Operation { get; set; } = route.Operation;

    public string Action => route.Action;

    public byte[] Body => body;

    public DateTimeOffset Now { get; } = core.Options.Time.GetUtcNow();

    /// <summary>Query and body merged into one set.</summary>
    public ParameterSet Parameters { get; } = new();

    /// <summary>Whose credentials it carries.</summary>
    public SmsInbox? Inbox { get; private set; }

    public CredentialCheck Credential { get; private set; }

    /// <summary>Whether the account changes: false when a fault drops the request behind the caller's back.</summary>
    public bool Keeps { get; set; } = true;

    /// <summary>The messages that it brought, once they are accepted.</summary>
    public IReadOnlyList<CapturedMessage> Accepted { get; private set; } = [];

    public AnswerSignal Answered { get; } = new();

    /// <summary>Pushes that must be over before the reply leaves.</summary>
    public IReadOnlyList<Task> Early { get; private set; } = [];

    /// <summary>The body as JSON; null when it is none.</summary>
    public JsonElement? Json
    {
        get
        {
            if (!_parsed)
            {
                (_json, _parsed) = (JsonBody.Parse(body), true);
            }

            return _json;
        }
    }

    /// <summary>Merges query and body; the body's shape decides, not its label.</summary>
    public void ReadParameters()
    {
        if (Request.QueryString.HasValue)
        {
            FormBody.Read(Encoding.UTF8.GetBytes(Request.QueryString.Value![1..]), Parameters);
        }

        if (JsonBody.LooksLike(body))
        {
            if (Json is { } json)
            {
                Parameters.AddJson(json);
            }
        }
        else if (body.AsSpan().StartsWith("--"u8))
        {
            MultipartBody.Read(body, Parameters);
        }
        else
        {
            FormBody.Read(body, Parameters);
        }
    }

    /// <summary>
    /// Notes whose request it is. An unknown credential belongs to the default inbox if the options say so; none at all belongs
    /// nowhere, as some callers wait for the refusal before they show theirs.
    /// </summary>
    public void Identify(SmsInbox? inbox, bool given)
    {
        Inbox = inbox ?? (given && core.Options.AcceptAnyCredentials ? core.Default : null);
        Credential = inbox is not null ? CredentialCheck.SameAsConfigured : given ? CredentialCheck.Differs : CredentialCheck.Missing;
    }

    /// <summary>Takes messages, unless a fault drops them. They show in the inbox when the exchange that brought them does.</summary>
    public void Accept(IReadOnlyList<CapturedMessage> messages)
    {
        if (Keeps)
        {
            Accepted = messages;
        }
    }

    /// <summary>Puts the accepted messages into the inbox.</summary>
    public void Deliver(CapturedExchange exchange)
    {
        if (Accepted.Count == 0)
        {
            return;
        }

        foreach (var message in Accepted)
        {
            message.Answered = Answered;
            message.Exchange = exchange.Sequence;
            message.Fault = exchange.Fault;
        }

        Inbox!.Accept(Accepted);
    }

    /// <summary>From here on states change and reports go out.</summary>
    public void BeginLives()
    {
        if (Accepted.Count > 0)
        {
            Early = core.Plans.Start(Inbox!, Accepted);
        }
    }
}
