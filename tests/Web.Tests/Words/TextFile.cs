using System.Xml.Linq;
using KneeLoad.Testing;

namespace KneeLoad.Web.Tests.Words;

/// <summary>A resource file of texts as it lies in the checkout.</summary>
/// <param name="Topic">The topic.</param>
/// <param name="Language">Tag of the language; empty for English.</param>
/// <param name="Texts">The texts by their names.</param>
internal sealed record TextFile(string Topic, string Language, IReadOnlyDictionary<string, string> Texts)
{
    public static IReadOnlyList<TextFile> All { get; } =
    [
        .. Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", "Web", "Words", "Texts"), "*.resx", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(Read),
    ];

    private static TextFile Read(string path)
    {
        var name = Path.GetFileNameWithoutExtension(path).Split('.');
        var texts = XDocument.Load(path).Root!.Elements("data").ToDictionary(
            data => data.Attribute("name")!.Value, data => data.Element("value")!.Value, StringComparer.Ordinal);
        return new(name[0], name.Length > 1 ? name[1] : "", texts);
    }
}
