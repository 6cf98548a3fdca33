namespace KneeLoad.Ingest.Archives;

/// <summary>
/// Holds archives within archives while they are read, and has a limit for all of them together. No file in it outlives its reading:
/// it is unlinked as soon as it is open, so that a process that is killed leaves nothing.
/// </summary>
/// <param name="path">The folder; it is made where it is missing.</param>
/// <param name="maxBytes">Most that all files in it may hold at one time. [bytes]</param>
public sealed class SpoolFolder(string path, long maxBytes)
{
    private long heldBytes;

    /// <summary>The system's folder for temporary files, without a limit but the disk's.</summary>
    public static SpoolFolder OfSystem { get; } = new(Path.GetTempPath(), long.MaxValue);

    /// <summary>Bytes of all files that are open in it. [bytes]</summary>
    public long HeldBytes => Interlocked.Read(ref heldBytes);

    /// <summary>Opens an empty file that nobody else can name.</summary>
    internal FileStream Open()
    {
        Directory.CreateDirectory(path);
        var file = new SpoolFile(this, Path.Combine(path, Guid.NewGuid().ToString("n")));
        if (!OperatingSystem.IsWindows())
        {
            File.Delete(file.Name);
        }

        return file;
    }

    private void Take(int bytes)
    {
        if (Interlocked.Add(ref heldBytes, bytes) > maxBytes)
        {
            Interlocked.Add(ref heldBytes, -bytes);
            throw new IOException($"Archives within archives hold more than {maxBytes >> 20} MiB at the moment.");
        }
    }

    // Windows deletes no open file; there it goes with its handle.
    private sealed class SpoolFile(SpoolFolder folder, string path) : FileStream(
        path,
        new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Options = OperatingSystem.IsWindows() ? FileOptions.DeleteOnClose : FileOptions.None,
        })
    {
        private long taken;

        public override void Write(byte[] buffer, int offset, int count)
        {
            folder.Take(count);
            taken += count;
            base.Write(buffer, offset, count);
        }

        protected override void Dispose(bool disposing)
        {
            base.Dispose(disposing);
            Interlocked.Add(ref folder.heldBytes, -Interlocked.Exchange(ref taken, 0));
        }
    }
}
