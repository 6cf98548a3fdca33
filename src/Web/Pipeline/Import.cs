using KneeLoad.Ingest;
using KneeLoad.Ingest.Archives;

namespace KneeLoad.Web.Pipeline;

/// <summary>The first step: bytes to what the files say. An archive is read member by member.</summary>
internal static class Import
{
    /// <summary>The files of an upload, each read when it is asked for.</summary>
    public static IEnumerable<ImportedFile> Files(Stream original, string fileName) =>
        ArchiveReader.Members(original, fileName).Select((file, member) => new ImportedFile(
            member,
            string.Equals(file.Name, fileName, StringComparison.Ordinal) ? null : file.Name,
            file.Refusal ?? ActivityReader.Read(file.Content.Span)));
}
