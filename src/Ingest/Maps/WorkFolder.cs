namespace KneeLoad.Ingest.Maps;

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
    /// <exception cref="IOException">Another build holds it, or it cannot be written.</exception>
    public static WorkFolder Of(string indexPath)
    {
        var path = indexPath + ".building";
        Directory.CreateDirectory(path);
        var folder = new WorkFolder(path, new FileStream(System.IO.Path.Combine(path, Lock), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        foreach (var left in Directory.EnumerateFiles(path).Where(file => System.IO.Path.GetFileName(file) != Lock))
        {
            System.IO.File.Delete(left);
        }

        return folder;
    }

    /// <summary>A file in it.</summary>
    public string PathOf(string name) => System.IO.Path.Combine(Path, name);

    /// <inheritdoc/>
    public void Dispose()
    {
        held.Dispose();
        Directory.Delete(Path, recursive: true);
    }
}
