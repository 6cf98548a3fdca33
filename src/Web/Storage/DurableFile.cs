namespace KneeLoad.Web.Storage;

/// <summary>A small file that is always whole: as it was, or as it became, whenever the power fails.</summary>
internal static class DurableFile
{
    private const string NewEnding = ".new";

    /// <summary>Replaces a file, or makes it.</summary>
    public static void Replace(string path, ReadOnlySpan<byte> content)
    {
        var fresh = path + NewEnding;
        using (var file = new FileStream(fresh, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0))
        {
            file.Write(content);
            file.Flush(flushToDisk: true);
        }

        File.Move(fresh, path, overwrite: true);
        DirectorySync.Flush(Path.GetDirectoryName(path)!);
    }
}
