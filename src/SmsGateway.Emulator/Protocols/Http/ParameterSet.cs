using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace SmsGateway.Emulator.Protocols.Http;

/// <summary>
/// The parameters of a request, from wherever they came: query, form, multipart, JSON object. Values stay bytes until
/// somebody asks, because one gateway lets the caller name their charset. Names are case-sensitive, as PHP has them.
/// </summary>
internal sealed class ParameterSet
{
    private readonly List<Parameter> _all = [];

    /// <summary>The value as text; of several, the last one wins, as in PHP. Null when there is none.</summary>
    public string? this[string name]
    {
        get
        {
            for (var i = _all.Count - 1; i >= 0; i--)
            {
                if (_all[i].Name == name)
                {
                    return TextOf(i);
                }
            }

            return null;
        }
    }

    public bool Has(string name) => _all.Exists(parameter => parameter.Name == name);

    /// <summary>The value decoded with a charset. JSON values are text already.</summary>
    public string? Text(string name, Encoding charset)
    {
        var last = _all.FindLastIndex(parameter => parameter.Name == name);
        return last < 0 ? null : _all[last].Text ?? charset.GetString(_all[last].Bytes);
    }

    /// <summary>All values of a repeated name.</summary>
    public IReadOnlyList<string> All(string name)
    {
        var found = new List<string>();
        for (var i = 0; i < _all.Count; i++)
        {
            if (_all[i].Name == name)
            {
                found.Add(TextOf(i));
            }
        }

        return found;
    }

    /// <summary>The elements of a PHP array (<c>name[0]=a&amp;name[1]=b</c>, <c>name[]=a</c>); null when there is none.</summary>
    public IReadOnlyList<string>? Elements(string name)
    {
        List<string>? found = null;
        for (var i = 0; i < _all.Count; i++)
        {
            var each = _all[i].Name;
            if (each.Length > name.Length + 1 && each[name.Length] == '[' && each[^1] == ']' && each.StartsWith(name, StringComparison.Ordinal))
            {
                (found ??= []).Add(TextOf(i));
            }
        }

        return found;
    }

    /// <summary>A flag: 1 or true in any case and type; everything else is off.</summary>
    public bool Flag(string name) => this[name] is { } value && (value == "1" || value.Equals("true", StringComparison.OrdinalIgnoreCase));

    /// <summary>A whole number, or null when it is none.</summary>
    public int? Number(string name) =>
        int.TryParse(this[name], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Every parameter but the named ones, as text: what only this vendor knows.</summary>
    public IReadOnlyDictionary<string, string> Except(IReadOnlySet<string> known)
    {
        Dictionary<string, string>? rest = null;
        for (var i = 0; i < _all.Count; i++)
        {
            if (!known.Contains(_all[i].Name))
            {
                (rest ??= new(StringComparer.Ordinal))[_all[i].Name] = TextOf(i);
            }
        }

        return rest ?? CapturedMessage.NoExtras;
    }

    public void Add(string name, string text) => _all.Add(new(name, [], text));

    public void Add(string name, byte[] bytes) => _all.Add(new(name, bytes, Text: null));

    /// <summary>Adds the members of a JSON object; arrays become PHP arrays, true and false the words.</summary>
    public void AddJson(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        foreach (var member in root.EnumerateObject())
        {
            if (member.Value.ValueKind == JsonValueKind.Array)
            {
                foreach (var element in member.Value.EnumerateArray())
                {
                    Add(member.Name + "[]", JsonBody.TextOf(element));
                }
            }
            else if (member.Value.ValueKind != JsonValueKind.Null)
            {
                Add(member.Name, JsonBody.TextOf(member.Value));
            }
        }
    }

    private string TextOf(int index)
    {
        ref var parameter = ref CollectionsMarshal.AsSpan(_all)[index];
        return parameter.Text ??= Encoding.UTF8.GetString(parameter.Bytes);
    }

    private record struct Parameter(string Name, byte[] Bytes, string? Text);
}
