using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace SmsGateway.Tests.Docs;

/// <summary>What the documentation comments of an assembly say, as plain text or Markdown.</summary>
internal sealed partial class XmlDocs(Assembly assembly)
{
    private readonly Dictionary<string, XElement> _members = XDocument.Load(Path.ChangeExtension(assembly.Location, ".xml"))
        .Descendants("member").ToDictionary(member => (string)member.Attribute("name")!);

    /// <summary>The summary and, where there is one, the value section of a property, in one line.</summary>
    public string Of(PropertyInfo property, bool markdown)
    {
        var member = _members[$"P:{property.DeclaringType!.FullName}.{property.Name}"];
        return string.Join(' ', new[] { member.Element("summary"), member.Element("value") }.OfType<XElement>().Select(element => Line(element, markdown)));
    }

    private static string Line(XElement element, bool markdown)
    {
        var text = new StringBuilder();
        foreach (var node in element.Nodes())
        {
            text.Append(node switch
            {
                XText plain => plain.Value,
                XElement { Name.LocalName: "see" } see => Code(Name(see)),
                XElement inner => Code(inner.Value),
                _ => "",
            });
        }

        return Spaces().Replace(text.ToString(), " ").Trim();

        string Code(string code) => markdown ? $"`{code}`" : code;
    }

    private static string Name(XElement see) =>
        (string?)see.Attribute("langword") ?? (string?)see.Attribute("href") ?? ((string)see.Attribute("cref")!).Split('(')[0].Split('.')[^1];

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
