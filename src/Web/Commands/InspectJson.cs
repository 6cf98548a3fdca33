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
    public static void Write(IEnumerable<InspectedFile> files, TextWriter output)
    {
        output.Write("{\"files\":[");
        var separator = "\n";
        foreach (var file in files)
        {
            output.Write(separator);
            output.Write(JsonSerializer.Serialize(file, Options));
            separator = ",\n";
        }

        output.WriteLine("\n]}");
    }
}
