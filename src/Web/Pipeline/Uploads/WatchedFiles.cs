namespace KneeLoad.Web.Pipeline.Uploads;

/// <summary>The files of a watched folder: which are taken, how they are opened, and where they go.</summary>
internal static class WatchedFiles
{
    /// <summary>Name of the folder for what was read.</summary>
    public const string Read = "read";

    /// <summary>Name of the folder for what was not taken.</summary>
    public const string Refused = "refused";

    private const string ReasonEnding = ".txt";

    /// <summary>Endings of files that a program is still writing, by browsers, sync programs and copying tools.</summary>
    private static readonly string[] Unfinished =
        [".part", ".partial", ".filepart", ".tmp", ".temp", ".crdownload", ".download", ".opdownload", ".!sync", ".swp", "~"];

    // Links are not followed, wherever they lead.
    private static readonly EnumerationOptions Walk = new() { AttributesToSkip = FileAttributes.ReparsePoint | FileAttributes.System };

    /// <summary>The files that may be taken.</summary>
    public static IEnumerable<FileInfo> In(string folder)
    {
        foreach (var entry in new DirectoryInfo(folder).EnumerateFileSystemInfos("*", Walk))
        {
            if (entry is FileInfo { Length: > 0 } file && !IsUnfinished(file.Name))
            {
                yield return file;
            }
        }

        foreach (var inner in new DirectoryInfo(folder).EnumerateDirectories("*", Walk).Where(IsTaken))
        {
            foreach (var file in In(inner.FullName))
            {
                yield return file;
            }
        }
    }

    /// <summary>Opens a file; null where it has become a link meanwhile, or lies behind one.</summary>
    public static FileStream? Open(string folder, string path)
    {
        var content = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 1 << 16, useAsync: true);
        if (IsFree(folder, path) && IsAt(content, path))
        {
            return content;
        }

        content.Dispose();
        return null;
    }

    /// <summary>Moves a file aside, under its own name or one beside it. Nothing is ever written over.</summary>
    /// <param name="folder">The watched folder.</param>
    /// <param name="path">The file.</param>
    /// <param name="aside">The folder within it.</param>
    /// <param name="reason">What is written beside it; null for nothing.</param>
    public static void MoveAside(string folder, string path, string aside, string? reason)
    {
        var wanted = Path.Combine(folder, aside, Path.GetRelativePath(folder, path));
        if (!IsFree(folder, wanted))
        {
            throw new IOException("The folder for what was taken is a link.");
        }

        Directory.CreateDirectory(Path.GetDirectoryName(wanted)!);
        var target = wanted;
        for (var number = 2; IsThere(target) || IsThere(target + ReasonEnding); number++)
        {
            target = Path.ChangeExtension(wanted, null) + FormattableString.Invariant($" ({number})") + Path.GetExtension(wanted);
        }

        File.Move(path, target, overwrite: false);
        if (reason is not null)
        {
            // Nothing that is there is written to, not through a link either.
            using var file = new StreamWriter(target + ReasonEnding, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write });
            file.WriteLine(reason);
        }
    }

    // A link that leads nowhere is there too.
    private static bool IsThere(string path) => new FileInfo(path) is var file && (file.Exists || file.LinkTarget is not null);

    // What a sync program keeps for itself is hidden.
    private static bool IsTaken(DirectoryInfo folder) => !folder.Name.StartsWith('.') && folder.Name is not (Read or Refused);

    private static bool IsUnfinished(string name) =>
        name.StartsWith('.') || name.StartsWith('~')
        || Array.Exists(Unfinished, ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    // No part of the way from the folder to the file is a link.
    private static bool IsFree(string folder, string path)
    {
        for (var part = path; part.Length > folder.Length; part = Path.GetDirectoryName(part)!)
        {
            if (new FileInfo(part).LinkTarget is not null)
            {
                return false;
            }
        }

        return true;
    }

    // On Linux the system tells of the open file itself where it lies, which nobody can exchange any more.
    private static bool IsAt(FileStream content, string path) => !OperatingSystem.IsLinux()
        || new FileInfo($"/proc/self/fd/{content.SafeFileHandle.DangerousGetHandle()}").LinkTarget == path;
}
