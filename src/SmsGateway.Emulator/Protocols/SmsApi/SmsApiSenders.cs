using System.Text.Json;

namespace SmsGateway.Emulator.Protocols.SmsApi;

/// <summary>The sender names of an account, by script and by REST. The account's lock is held meanwhile.</summary>
internal sealed class SmsApiSenders
{
    private readonly List<Sender> _names;

    public SmsApiSenders(IReadOnlyList<string> names) =>
        _names = [.. names.Select((name, index) => new Sender(name, IsActive: true, IsDefault: index == 0))];

    public string? Default => _names.Find(sender => sender.IsDefault)?.Name;

    public IReadOnlyList<Sender> All => _names;

    public static bool IsWellFormed(string name) =>
        name.Length is > 0 and <= 11 && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '.' or ' ');

    public Sender? Find(string name) => _names.Find(sender => sender.Name == name);

    /// <summary>Whether a message may go out under that name; without one, under the default.</summary>
    public bool MaySend(string? name, bool any) =>
        string.IsNullOrEmpty(name) || (Find(name) is { } known ? known.IsActive : any && IsWellFormed(name));

    public GatewayReply Run(GatewayCall call, SmsApiReplies replies)
    {
        var parameters = call.Parameters;
        return parameters.Flag("list") ? List(replies)
            : parameters["add"] is { } added ? Add(call, added) is { } code ? replies.Error(new(code)) : replies.Count(1, "OK")
            : parameters["status"] is { } asked ? State(asked, replies)
            : parameters["delete"] is { } deleted ? Delete(call, deleted) ? replies.Count(1, "OK:" + deleted) : replies.Error(new(2031))
            : parameters["default"] is { } chosen ? MakeDefault(call, chosen) is { } refusal ? replies.Error(new(refusal)) : replies.Count(1, "OK")
            : replies.Error(new(2001));
    }

    /// <summary>Adds a name; returns what speaks against it.</summary>
    public int? Add(GatewayCall call, string name)
    {
        if (name.Length == 0)
        {
            return 2111;
        }

        if (!IsWellFormed(name))
        {
            return 2112;
        }

        if (Find(name) is not null)
        {
            return 2115;
        }

        if (call.Keeps)
        {
            _names.Add(new(name, call.Inbox!.SmsApi.NewSendersAreActive, IsDefault: false));
        }

        return null;
    }

    public bool Delete(GatewayCall call, string name) => call.Keeps ? _names.RemoveAll(sender => sender.Name == name) > 0 : Find(name) is not null;

    /// <summary>Makes a name the default; returns what speaks against it.</summary>
    public int? MakeDefault(GatewayCall call, string name)
    {
        if (Find(name) is not { } sender)
        {
            return 2031;
        }

        if (!sender.IsActive || sender.IsDefault)
        {
            return sender.IsActive ? 2062 : 2061;
        }

        if (call.Keeps)
        {
            for (var i = 0; i < _names.Count; i++)
            {
                _names[i] = _names[i] with { IsDefault = _names[i].Name == name };
            }
        }

        return null;
    }

    private GatewayReply List(SmsApiReplies replies) => replies.WantsJson
        ? SmsApiReplies.Json(_names, static (writer, names) =>
        {
            writer.WriteStartArray();
            foreach (var sender in names)
            {
                writer.WriteStartObject();
                writer.WriteString("sender", sender.Name);
                sender.WriteState(writer);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        })
        : GatewayReply.Text("OK:" + string.Join(':', _names.Select(sender => sender.Name + "," + sender.Status)));

    // Two sources call the name by two names: both are there.
    private GatewayReply State(string name, SmsApiReplies replies)
    {
        if (Find(name) is not { } sender)
        {
            return replies.Error(new(2031));
        }

        return !replies.WantsJson ? GatewayReply.Text("OK:" + sender.Status) : SmsApiReplies.Json(sender, static (writer, sender) =>
        {
            writer.WriteStartObject();
            writer.WriteString("name", sender.Name);
            writer.WriteString("sender", sender.Name);
            sender.WriteState(writer);
            writer.WriteEndObject();
        });
    }

    /// <summary>A sender name.</summary>
    internal sealed record Sender(string Name, bool IsActive, bool IsDefault)
    {
        public string Status => IsActive ? "ACTIVE" : "INACTIVE";

        public void WriteState(Utf8JsonWriter writer)
        {
            writer.WriteString("status", Status);
            writer.WriteBoolean("default", IsDefault);
        }
    }
}
