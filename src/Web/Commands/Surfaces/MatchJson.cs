using System.Text.Encodings.Web;
using System.Text.Json;

namespace KneeLoad.Web.Commands.Surfaces;

/// <summary>Writes matched files as one JSON document, each file as soon as it is matched.</summary>
internal static class MatchJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        // The document goes to a file or a pipe, never into a page: names stay readable.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes the document.</summary>
    public static void Write(IEnumerable<MatchedFile> files, TextWriter output)
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
