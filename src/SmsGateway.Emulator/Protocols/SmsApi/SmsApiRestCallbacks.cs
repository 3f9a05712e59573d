using System.Text.Json;

namespace SmsGateway.Emulator.Protocols.SmsApi;

/// <summary>The addresses that pushes go to, by REST. They come before the inbox's own target, as those in the portal do.</summary>
internal static class SmsApiRestCallbacks
{
    public static GatewayReply Run(GatewayCall call, SmsInbox inbox)
    {
        var callbacks = inbox.SmsApiAccount.Callbacks;
        var parts = SmsApiRest.Below(call, "/callbacks");
        if (parts is not [var id, ..])
        {
            return call.Request.Method switch
            {
                "GET" => callbacks.List(),
                "POST" => Add(call, inbox.SmsApiAccount),
                _ => SmsApiRest.NotFound(),
            };
        }

        return callbacks.Find(id) is not { } callback ? SmsApiRest.NotFound() : (call.Request.Method, parts[1..]) switch
        {
            ("GET", []) => callbacks.Get(id),
            ("PUT", []) => Change(call, callbacks, callback),
            ("DELETE", []) => callbacks.Delete(call, id),
            ("PUT", ["commands", "activate"]) => Switch(call, callbacks, callback with { Active = true }),
            ("PUT", ["commands", "deactivate"]) => Switch(call, callbacks, callback with { Active = false }),
            ("GET", ["commands", "test"]) => SmsApiRest.Object(call.Core.Pusher.Refusal(new(callback.Url)) is null, WriteTest),
            _ => SmsApiRest.NotFound(),
        };
    }

    public static void Write(Utf8JsonWriter writer, SmsApiCallback callback)
    {
        WriteState(writer, callback);
        if (callback.ReceiverType is null)
        {
            writer.WriteNull("receiver");
            return;
        }

        writer.WriteStartObject("receiver");
        writer.WriteString("type", callback.ReceiverType);
        writer.WriteString("number", callback.ReceiverNumber);
        writer.WriteEndObject();
    }

    private static GatewayReply Add(GatewayCall call, SmsApiAccount account)
    {
        var parameters = call.Parameters;
        var callback = new SmsApiCallback(account.NextObjectId(), parameters["type"] ?? "", parameters["url"] ?? "", parameters.Number("api_version") ?? 1)
        {
            ReceiverType = parameters["receiver_type"],
            ReceiverNumber = parameters["receiver_number"],
        };
        if (callback.Fault is { } field)
        {
            return SmsApiRest.Invalid(field);
        }

        account.Callbacks.Keep(call, callback);
        return SmsApiRest.Object(callback, WriteNew, 201);
    }

    private static GatewayReply Change(GatewayCall call, SmsApiShelf<SmsApiCallback> callbacks, SmsApiCallback callback)
    {
        var changed = callback with { Url = call.Parameters["url"] ?? "", ApiVersion = call.Parameters.Number("api_version") ?? callback.ApiVersion };
        return changed.Fault is { } field ? SmsApiRest.Invalid(field) : callbacks.Keep(call, changed);
    }

    private static GatewayReply Switch(GatewayCall call, SmsApiShelf<SmsApiCallback> callbacks, SmsApiCallback callback)
    {
        callbacks.Keep(call, callback);
        return SmsApiRest.Accepted();
    }

    private static void WriteState(Utf8JsonWriter writer, SmsApiCallback callback)
    {
        writer.WriteString("id", callback.Id);
        writer.WriteBoolean("active", callback.Active);
        writer.WriteBoolean("invalid", false);
        writer.WriteString("type", callback.Type);
        writer.WriteString("url", callback.Url);
        writer.WriteNumber("api_version", callback.ApiVersion);
    }

    // The reply to a creation is flat.
    private static void WriteNew(Utf8JsonWriter writer, SmsApiCallback callback)
    {
        WriteState(writer, callback);
        if (callback.ReceiverType is not null)
        {
            writer.WriteString("receiver_type", callback.ReceiverType);
        }

        if (callback.ReceiverNumber is not null)
        {
            writer.WriteString("receiver_number", callback.ReceiverNumber);
        }
    }

    // Nothing is dialled: an address that the emulator may push to passes.
    private static void WriteTest(Utf8JsonWriter writer, bool passes)
    {
        writer.WriteBoolean("test_result", passes);
        writer.WriteBoolean("connection_failed", !passes);
        writer.WriteBoolean("invalid_encoding", false);
        if (passes)
        {
            writer.WriteNumber("http_response_status", 200);
        }
        else
        {
            writer.WriteNull("http_response_status");
        }

        writer.WriteString("http_response_body", passes ? "OK" : null);
    }
}

/// <summary>An address for pushes of one kind.</summary>
internal sealed record SmsApiCallback(string Id, string Type, string Url, int ApiVersion) : ISmsApiEntry
{
    public bool Active { get; init; } = true;

    public string? ReceiverType { get; init; }

    public string? ReceiverNumber { get; init; }

    /// <summary>The first field that is missing or wrong.</summary>
    public string? Fault =>
        !Uri.TryCreate(Url, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https") ? "url"
        : Type is not ("sms_dlr" or "sms_mo" or "mms_dlr" or "mms_mo" or "vms_dlr" or "bulk" or "hlr" or "short_url") ? "type"
        : Type is "sms_mo" or "mms_mo" && ReceiverType is not ("all" or "2way" or "number") ? "receiver_type"
        : ReceiverType == "number" && string.IsNullOrEmpty(ReceiverNumber) ? "receiver_number"
        : null;
}
