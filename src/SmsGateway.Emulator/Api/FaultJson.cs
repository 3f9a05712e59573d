using System.Text.Json;
using SmsGateway.Emulator.Faults;
using SmsGateway.Emulator.Protocols.Http;

namespace SmsGateway.Emulator.Api;

/// <summary>Faults and their rules as JSON, both ways.</summary>
internal static class FaultJson
{
    public static Fault Read(JsonElement element)
    {
        var fault = FaultKinds.Of(element.Word<WireKind>("fault") ?? throw new FormatException("A fault has a name (fault)."));
        var wire = fault.Wire with
        {
            Delay = element.Milliseconds("delayMs"),
            Jitter = element.Milliseconds("jitterMs"),
            Pace = element.Milliseconds("paceMs"),
            Status = element.Number("status", fault.Wire.Kind switch { WireKind.RateLimited => 429, WireKind.Status => 500, WireKind.Redirect => 302, _ => 200 }),
            Text = element.Text("text"),
            ContentType = element.Text("contentType"),
            Count = element.Number("count", 1),
            Then = element.Word<After>("then") ?? After.Fin,
            Early = element.Flag("early"),
        };
        if (wire.Status is < 100 or > 599)
        {
            throw new FormatException("status is 100 to 599.");
        }

        if (wire is { Kind: WireKind.Redirect or WireKind.GatewayError or WireKind.WrongCharset or WireKind.StatusLine, Text: null })
        {
            throw new FormatException($"{wire.Kind} needs a text: the location, the code, the charset, the line.");
        }

        return new(wire, element.Flag("accept", fault.Accept));
    }

    public static void Write(Utf8JsonWriter writer, Fault fault)
    {
        var wire = fault.Wire;
        writer.WriteStartObject();
        writer.WriteString("fault", wire.Kind.ToString());
        writer.WriteBoolean("accept", fault.Accept);
        writer.WriteNumber("delayMs", (int)wire.Delay.TotalMilliseconds);
        writer.WriteNumber("jitterMs", (int)wire.Jitter.TotalMilliseconds);
        writer.WriteNumber("paceMs", (int)wire.Pace.TotalMilliseconds);
        writer.WriteNumber("status", wire.Status);
        writer.WriteString("text", wire.Text);
        writer.WriteString("contentType", wire.ContentType);
        writer.WriteNumber("count", wire.Count);
        writer.WriteString("then", wire.Then.ToString());
        writer.WriteBoolean("early", wire.Early);
        writer.WriteEndObject();
    }

    /// <summary>Arms a rule in a script.</summary>
    public static FaultRule Arm(FaultScript script, JsonElement element)
    {
        var operation = element.Text("operation");
        var condition = new FaultCondition(
            element.Word<Gateway>("gateway"),
            operation is "Any" or "any" ? null : element.Word<Operation>("operation") ?? Operation.Send,
            element.Text("to"),
            element.Text("text"),
            Match: null);
        var plans = ReadPlans(element);
        if (plans.Count == 0)
        {
            throw new FormatException("A rule needs steps, every, always or randomly.");
        }

        var rule = script.Add(condition);
        plans.ForEach(plan => plan(rule));
        return rule;
    }

    public static void Write(Utf8JsonWriter writer, FaultRule rule, string id, string? inbox)
    {
        writer.WriteStartObject();
        writer.WriteString("id", id);
        writer.WriteString("inbox", inbox);
        writer.WriteString("gateway", rule.Condition.Gateway?.ToString());
        writer.WriteString("operation", rule.Condition.Operation?.ToString() ?? "Any");
        writer.WriteString("to", rule.Condition.To);
        writer.WriteString("text", rule.Condition.Text);
        writer.WriteBoolean("armed", rule.IsArmed);
        writer.WriteNumber("used", rule.Used);
        writer.WriteNumber("remaining", rule.Remaining);
        writer.WriteStartArray("plan");
        foreach (var (mode, fault, times, used) in rule.Steps())
        {
            writer.WriteStartObject();
            writer.WriteString("mode", mode);
            writer.WriteNumber("times", times);
            writer.WriteNumber("used", used);
            writer.WriteString("does", FaultKindsApi.Words(fault));
            writer.WritePropertyName("fault");
            Write(writer, fault);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    // Everything is read before anything is armed: a mistake in the last step leaves no half rule behind.
    private static List<Action<FaultRule>> ReadPlans(JsonElement element)
    {
        var plans = new List<Action<FaultRule>>();
        if (element.Member("steps") is { ValueKind: JsonValueKind.Array } steps)
        {
            foreach (var step in steps.EnumerateArray())
            {
                var (fault, times) = (Read(step), step.Number("times", 1));
                plans.Add(times >= 1 ? rule => rule.Next(fault, times) : throw new FormatException("times is at least 1."));
            }
        }

        if (element.Member("every") is { } every)
        {
            var (fault, nth) = (Read(every), every.Number("nth", 2));
            plans.Add(nth >= 1 ? rule => rule.Every(nth, fault) : throw new FormatException("nth is at least 1."));
        }

        if (element.Member("randomly") is { } random && random.Member("faults") is { ValueKind: JsonValueKind.Array } list)
        {
            var (share, seed, faults) = (random.Share("share"), random.Number("seed"), list.EnumerateArray().Select(Read).ToArray());
            plans.Add(faults.Length > 0 ? rule => rule.Randomly(share, seed, faults) : throw new FormatException("faults has at least one."));
        }

        if (element.Member("always") is { } always)
        {
            var fault = Read(always);
            plans.Add(rule => rule.Always(fault));
        }

        return plans;
    }
}
