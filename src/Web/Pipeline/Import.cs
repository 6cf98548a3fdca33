using KneeLoad.Ingest;
using KneeLoad.Ingest.Archives;

namespace KneeLoad.Web.Pipeline;

/// <summary>The first step: bytes to what the files say. An archive is read member by member.</summary>
internal static class Import
{
    /// <summary>The files of an upload, each read when it is asked for.</summary>
    public static IEnumerable<ImportedFile> Files(Stream original, string fileName) => Files(original, fileName, _ => true);

    /// <summary>The files of an upload that are wanted; the others are unpacked and not read.</summary>
    /// <param name="original">The upload's bytes.</param>
    /// <param name="fileName">Its name.</param>
    /// <param name="isWanted">Whether a file is, by its number.</param>
    public static IEnumerable<ImportedFile> Files(Stream original, string fileName, Func<int, bool> isWanted) =>
        ArchiveReader.Members(original, fileName).Index().Where(file => isWanted(file.Index)).Select(file => new ImportedFile(
            file.Index,
            string.Equals(file.Item.Name, fileName, StringComparison.Ordinal) ? null : file.Item.Name,
            file.Item.Refusal ?? ActivityReader.Read(file.Item.Content.Span)));
}
