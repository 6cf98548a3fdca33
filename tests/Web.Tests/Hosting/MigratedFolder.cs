using KneeLoad.Testing;
using Microsoft.Data.Sqlite;

namespace KneeLoad.Web.Tests.Hosting;

/// <summary>
/// The databases of a service that has just started for the first time, made once in a run of the tests with the key of its cookies: each new folder
/// begins with a copy.
/// </summary>
internal static class MigratedFolder
{
    private static readonly Lazy<(string Name, byte[] Content)[]> Databases = new(Make);

    /// <summary>Puts the databases into an empty data folder.</summary>
    public static void CopyTo(string folder)
    {
        foreach (var (name, content) in Databases.Value)
        {
            File.WriteAllBytes(Path.Combine(folder, name), content);
        }
    }

    private static (string Name, byte[] Content)[] Make()
    {
        using var scratch = new ScratchFolder();
        using (var first = new WebHost(scratch.Path))
        {
            _ = first.Services;
        }

        SqliteConnection.ClearAllPools();
        return [.. Directory.EnumerateFiles(scratch.Path)
            .Where(path => Path.GetExtension(path) is ".db" or ".key")
            .Select(path => (Path.GetFileName(path), File.ReadAllBytes(path)))];
    }
}
