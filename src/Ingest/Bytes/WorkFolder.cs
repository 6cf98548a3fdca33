using IOPath = System.IO.Path;

namespace KneeLoad.Ingest.Bytes;

/// <summary>
/// The folder beside an index in which it is built: gone when the build ends, however it ends. What a killed build left is
/// cleared by the next.
/// </summary>
internal sealed class WorkFolder : IDisposable
{
    private const string Lock = "held";
    private readonly FileStream held;

    private WorkFolder(string path, FileStream held)
    {
        Path = path;
        this.held = held;
    }

    /// <summary>The folder.</summary>
    public string Path { get; }

    /// <summary>Makes the folder of an index and holds it against other builds of the same.</summary>
    /// <returns>Null when another build holds it.</returns>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static WorkFolder? Of(string indexPath)
    {
        var path = indexPath + ".building";
        Directory.CreateDirectory(path);
        var file = IOPath.Combine(path, Lock);
        FileStream taken;
        try
        {
            taken = new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException) when (File.Exists(file))
        {
            return null;
        }

        var folder = new WorkFolder(path, taken);
        folder.Clear();
        return folder;
    }

    /// <summary>A file in it.</summary>
    public string PathOf(string name) => IOPath.Combine(Path, name);

    /// <inheritdoc/>
    public void Dispose()
    {
        // As long as it is held: what lies here is ours.
        Clear();
        held.Dispose();
        try
        {
            File.Delete(PathOf(Lock));
            Directory.Delete(Path);
        }
        catch (IOException)
        {
            // Another build has begun in the same folder meanwhile, and will clear it.
        }
    }

    private void Clear()
    {
        foreach (var left in Directory.EnumerateFiles(Path).Where(file => IOPath.GetFileName(file) != Lock))
        {
            File.Delete(left);
        }
    }
}
