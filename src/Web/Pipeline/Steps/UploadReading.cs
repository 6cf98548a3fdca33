using KneeLoad.Ingest;
using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Archives;
using KneeLoad.Ingest.Exports;

namespace KneeLoad.Web.Pipeline.Steps;

/// <summary>The first step: bytes to what the files say. An archive is read member by member.</summary>
internal static class UploadReading
{
    /// <summary>The files of an upload, each read when it is asked for.</summary>
    public static IEnumerable<ImportedFile> Files(Stream original, string fileName, ArchiveLimits? limits = null) =>
        Files(original, fileName, limits, _ => true);

    /// <summary>The files of an upload that are wanted; the others are unpacked and not read.</summary>
    /// <param name="original">The upload's bytes.</param>
    /// <param name="fileName">Its name.</param>
    /// <param name="limits">The limits of an archive; null for the usual ones.</param>
    /// <param name="isWanted">Whether a file is, by its number.</param>
    public static IEnumerable<ImportedFile> Files(Stream original, string fileName, ArchiveLimits? limits, Func<int, bool> isWanted)
    {
        // An iterator, so that the original is read only when it is asked for.
        var lists = ExportLists.Read(original, fileName, limits);
        foreach (var (number, member) in ArchiveReader.Members(original, fileName, limits, lists.UseOf).Index())
        {
            if (isWanted(number))
            {
                var isWhole = string.Equals(member.Name, fileName, StringComparison.Ordinal);
                yield return new ImportedFile(number, isWhole ? null : member.Name, ActivityReader.Read(member, lists, isWhole));
            }
        }
    }
}

/// <summary>One file of an upload as it was read.</summary>
/// <param name="Member">Its number in the archive, from 0; 0 for a plain file.</param>
/// <param name="Name">Its name in the archive; null for a plain file.</param>
/// <param name="Result">What was read.</param>
internal sealed record ImportedFile(int Member, string? Name, ReadResult Result);
