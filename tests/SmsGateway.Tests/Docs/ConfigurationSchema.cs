using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SmsGateway.Tests.Docs;

/// <summary>The JSON schema (draft 7, which editors know) of the section "Sms" in appsettings.json.</summary>
internal sealed class ConfigurationSchema(XmlDocs docs)
{
    private readonly JsonObject _definitions = [];

    public string Make(IEnumerable<(string Name, SmsAccountOptions Defaults)> gateways)
    {
        var properties = new JsonObject();
        foreach (var (name, defaults) in gateways)
        {
            properties[name] = Reference(defaults.GetType());
        }

        _definitions["names"] = new JsonObject
        {
            ["description"] = "One account's name, or several in the order in which they are asked.",
            ["anyOf"] = new JsonArray(Text(), new JsonObject { ["type"] = "array", ["items"] = Text(), ["minItems"] = 1 }),
        };
        var schema = new JsonObject
        {
            ["$schema"] = "http://json-schema.org/draft-07/schema#",
            ["type"] = "object",
            ["properties"] = new JsonObject
            {
                ["Sms"] = Object("SMS accounts and routes, for services.AddSmsGateway(configuration.GetSection(\"Sms\")).", new JsonObject
                {
                    ["Accounts"] = Map("One entry for each account: its name, and under it the gateway with its options.", new JsonObject
                    {
                        ["type"] = "object",
                        ["minProperties"] = 1,
                        ["maxProperties"] = 1,
                        ["properties"] = properties,
                    }),
                    ["Routes"] = Object("Which account sends what.", new JsonObject
                    {
                        ["Prefixes"] = Map("Accounts by the beginning of the number, with its plus sign; the longest wins.", Names()),
                        ["Senders"] = Map("Accounts by the sender that a message names.", Names()),
                        ["Categories"] = Categories(Names()),
                        ["Otherwise"] = new JsonObject
                        {
                            ["description"] = "Who sends the rest: a name, several, or names with weights.",
                            ["anyOf"] = new JsonArray(Names(), Map("Names with weights.", new JsonObject { ["type"] = "integer", ["minimum"] = 0 })),
                        },
                        ["Failover"] = Map("Who is asked next when an account provably did not send.", Names()),
                        ["SenderFor"] = Map("The sender to use for numbers that begin so.", Text()),
                        ["AtLeastOnce"] = new JsonObject
                        {
                            ["description"] = "Categories for which a second SMS is better than none.",
                            ["anyOf"] = new JsonArray(Category(), new JsonObject { ["type"] = "array", ["items"] = Category() }),
                        },
                    }),
                    ["KeyedOnly"] = new JsonObject { ["type"] = "boolean", ["description"] = "Every client is asked for by its account's name; there is no default one." },
                }),
            },
            ["definitions"] = _definitions,
        };

        return schema.ToJsonString(new JsonSerializerOptions { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }) + "\n";
    }

    private static JsonObject Text() => new() { ["type"] = "string" };

    private static JsonObject Names() => new() { ["$ref"] = "#/definitions/names" };

    private static JsonObject Category() => Enumeration(typeof(SmsCategory));

    private static JsonObject Categories(JsonObject value)
    {
        var properties = new JsonObject();
        foreach (var name in Enum.GetNames<SmsCategory>())
        {
            properties[name] = value.DeepClone();
        }

        return Object("Accounts by the message's category.", properties);
    }

    private static JsonObject Enumeration(Type type) => new() { ["type"] = "string", ["enum"] = new JsonArray([.. Enum.GetNames(type).Select(name => (JsonNode)name)]) };

    private static JsonObject Object(string description, JsonObject properties) =>
        new() { ["type"] = "object", ["description"] = description, ["properties"] = properties, ["additionalProperties"] = false };

    private static JsonObject Map(string description, JsonObject value) => new() { ["type"] = "object", ["description"] = description, ["additionalProperties"] = value };

    private JsonObject Reference(Type type)
    {
        if (!_definitions.ContainsKey(type.Name))
        {
            _definitions[type.Name] = new JsonObject();
            var properties = new JsonObject();
            var own = ConfigurationDocumentTests.Settings(type);
            foreach (var property in type.BaseType == typeof(SmsAccountOptions) ? ConfigurationDocumentTests.Settings(type.BaseType).Concat(own) : own)
            {
                var schema = Of(property.PropertyType);
                schema["description"] = docs.Of(property, markdown: false);
                properties[property.Name] = schema;
            }

            _definitions[type.Name] = new JsonObject { ["type"] = "object", ["properties"] = properties, ["additionalProperties"] = false };
        }

        return new JsonObject { ["$ref"] = $"#/definitions/{type.Name}" };
    }

    private JsonObject Of(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type == typeof(string) ? Text()
            : type == typeof(Uri) ? new JsonObject { ["type"] = "string", ["format"] = "uri" }
            : type == typeof(bool) ? new JsonObject { ["type"] = "boolean" }
            : type == typeof(int) || type == typeof(long) ? new JsonObject { ["type"] = "integer" }
            : type == typeof(double) ? new JsonObject { ["type"] = "number" }
            : type == typeof(TimeSpan) ? new JsonObject { ["type"] = "string", ["pattern"] = @"^-?(\d+\.)?\d{1,2}:\d{2}(:\d{2}(\.\d{1,7})?)?$" }
            : type == typeof(IList<TimeSpan>) ? new JsonObject { ["type"] = "array", ["items"] = Of(typeof(TimeSpan)) }
            : type == typeof(IList<string>) ? new JsonObject { ["type"] = "array", ["items"] = Text() }
            : type.IsEnum ? Enumeration(type)
            : new JsonObject { ["allOf"] = new JsonArray(Reference(type)) };
    }
}
