using System.Text.Encodings.Web;
using System.Text.Json;

namespace KneeLoad.Web.Commands;

/// <summary>Writes inspected files as one JSON document, each file as soon as it is read.</summary>
internal static class InspectJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        // The document goes to a file or a pipe, never into a page: names stay readable.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes the document.</summary>
    /// <param name="files">The files.</param>
    /// <param name="archives">The archives that they lie in, once all are read.</param>
    /// <param name="output">Where to.</param>
    public static void Write(IEnumerable<InspectedFile> files, IReadOnlyCollection<InspectedArchive> archives, TextWriter output)
    {
        output.Write("{\"files\":[");
        var separator = "\n";
        foreach (var file in files)
        {
            output.Write(separator);
            output.Write(JsonSerializer.Serialize(file, Options));
            separator = ",\n";
        }

        // Only where there is one, so that the document of a plain file is as it always was.
        output.WriteLine(archives.Count == 0 ? "\n]}" : $"\n],\n\"archives\":{JsonSerializer.Serialize(archives, Options)}}}");
    }
}
