using NodaTime;

namespace KneeLoad.Web.Pipeline.Uploads;

/// <summary>Remembers how the files of watched folders looked, so that one is taken only once nobody writes it any more.</summary>
internal sealed class StandingFiles(IClock clock)
{
    /// <summary>So long size and time stand still before a file is taken.</summary>
    public static readonly Duration Still = Duration.FromSeconds(5);

    private readonly Dictionary<string, StandingFile> files = new(StringComparer.Ordinal);

    /// <summary>Looks at the files of a folder, and gives those that stand still.</summary>
    public IReadOnlyList<StandingFile> Look(string folder, IEnumerable<FileInfo> found)
    {
        var now = clock.GetCurrentInstant();
        var here = new HashSet<string>(StringComparer.Ordinal);
        var standing = new List<StandingFile>();
        foreach (var info in found)
        {
            here.Add(info.FullName);
            if (!files.TryGetValue(info.FullName, out var file) || file.Bytes != info.Length || file.Written != info.LastWriteTimeUtc)
            {
                files[info.FullName] = new(info.FullName, info.Length, info.LastWriteTimeUtc, now);
            }
            else if (now - file.Since >= Still)
            {
                standing.Add(file);
            }
        }

        var beginning = folder + Path.DirectorySeparatorChar;
        foreach (var gone in files.Keys.Where(path => path.StartsWith(beginning, StringComparison.Ordinal) && !here.Contains(path)).ToList())
        {
            files.Remove(gone);
        }

        return standing;
    }
}

/// <summary>A file of a watched folder.</summary>
/// <param name="Path">Its full path.</param>
/// <param name="Bytes">Its size. [bytes]</param>
/// <param name="Written">When it was last written, UTC.</param>
/// <param name="Since">When it was first seen so.</param>
internal sealed record StandingFile(string Path, long Bytes, DateTime Written, Instant Since)
{
    /// <summary>The upload that it became; null while it is none.</summary>
    public Guid? Upload { get; set; }

    /// <summary>Whether a fault of it was told already.</summary>
    public bool IsTold { get; set; }
}
