namespace KneeLoad.Web.Hosting;

/// <summary>The one folder that everything of this installation lies in.</summary>
/// <param name="Root">Its full path.</param>
public sealed record DataFolder(string Root)
{
    /// <summary>The system's error on Linux and macOS where a disk is mounted read-only.</summary>
    private const int ReadOnlyDisk = 30;

    /// <summary>The SQLite database; absent with another provider.</summary>
    public string Database => Path.Combine(Root, "kneeload.db");

    /// <summary>Held open by the one process that may work on a SQLite folder.</summary>
    public string Lock => Path.Combine(Root, "kneeload.lock");

    /// <summary>Says which installation the folder belongs to, as the database does: a disk that is not mounted is not a new installation.</summary>
    public string Mark => Path.Combine(Root, "kneeload.id");

    /// <summary>The list of erased accounts. No backup brings back what stands there.</summary>
    public string Erased => Path.Combine(Root, "kneeload.erased");

    /// <summary>The list of folders that files are taken from by themselves.</summary>
    public string Watched => Path.Combine(Root, "kneeload.watched");

    /// <summary>Originals, by runner and content hash.</summary>
    public string Originals => Path.Combine(Root, "originals");

    /// <summary>Files on their way in; what lies here after a crash was never acknowledged.</summary>
    public string Incoming => Path.Combine(Root, "incoming");

    /// <summary>Files that come in pieces, by runner, each with its state.</summary>
    public string Partial => Path.Combine(Root, "partial");

    /// <summary>Map extracts (.osm.pbf), uploaded or dropped there by the owner.</summary>
    public string Maps => Path.Combine(Root, "maps");

    /// <summary>Surface indexes, built of the extracts and built again when they are lost.</summary>
    public string MapIndexes => Path.Combine(Maps, "index");

    /// <summary>Mails as files, where no server is set.</summary>
    public string Mails => Path.Combine(Root, "mails");

    /// <summary>The folder that <c>--data DIR</c> names, or <c>data</c> where the program was started.</summary>
    public static DataFolder From(IConfiguration configuration) =>
        new(Path.GetFullPath(configuration["data"] ?? "data"));

    /// <summary>Makes the folder where it is missing; it and whatever is written into it is readable by its owner only.</summary>
    /// <exception cref="SettingException">The place cannot be written.</exception>
    public DataFolder Create()
    {
        FileRights.KeepToOwner();
        try
        {
            if (OperatingSystem.IsWindows())
            {
                Directory.CreateDirectory(Root);
            }
            else
            {
                Directory.CreateDirectory(Root, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            }

            TryToWrite();
            return this;
        }
        catch (Exception exception) when (exception is UnauthorizedAccessException or IOException)
        {
            throw new SettingException($"The data folder {Root} cannot be written: {exception.Message}");
        }
    }

    // A folder that only looks writable is told now, and not by the first upload. A full disk is no reason not to show what is there.
    private void TryToWrite()
    {
        try
        {
            File.Create(Path.Combine(Root, Path.GetRandomFileName()), bufferSize: 1, FileOptions.DeleteOnClose).Dispose();
        }
        catch (IOException exception) when (exception.HResult != ReadOnlyDisk)
        {
        }
    }
}
