using System.Text.Json;
using KneeLoad.Web.Hosting;

namespace KneeLoad.Web.Storage;

/// <summary>The list of folders that files are taken from by themselves, one a runner. It lies beside the database, where the host's verb writes it.</summary>
public sealed class WatchedFolders(DataFolder data)
{
    /// <summary>The folders.</summary>
    public IReadOnlyList<WatchedFolder> All() =>
        File.Exists(data.Watched) ? JsonSerializer.Deserialize<List<WatchedFolder>>(File.ReadAllBytes(data.Watched)) ?? [] : [];

    /// <summary>Has a folder watched for a runner, in place of an earlier one.</summary>
    /// <exception cref="SettingException">It cannot be watched; the message says why.</exception>
    public WatchedFolder Watch(Guid runnerId, string path)
    {
        var folder = new WatchedFolder(runnerId, Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)));
        var others = All().Where(other => other.RunnerId != runnerId).ToList();
        if (!Directory.Exists(folder.Path))
        {
            throw new SettingException($"There is no folder {folder.Path}.");
        }

        for (var part = new DirectoryInfo(folder.Path); part is not null; part = part.Parent)
        {
            if (part.LinkTarget is not null)
            {
                throw new SettingException($"{part.FullName} is a link. Name the folder that it leads to.");
            }
        }

        if (AreNested(folder.Path, data.Root))
        {
            throw new SettingException($"{folder.Path} and the data folder {data.Root} lie within each other.");
        }

        if (others.Find(other => AreNested(other.Path, folder.Path)) is { } other)
        {
            throw new SettingException($"{folder.Path} and {other.Path}, which is watched for another runner, lie within each other.");
        }

        Write([.. others, folder]);
        return folder;
    }

    /// <summary>Has no folder watched for a runner any more.</summary>
    /// <returns>False when none was.</returns>
    public bool Forget(Guid runnerId)
    {
        var all = All();
        var others = all.Where(other => other.RunnerId != runnerId).ToList();
        if (others.Count == all.Count)
        {
            return false;
        }

        Write(others);
        return true;
    }

    private static bool AreNested(string one, string other) => IsWithin(one, other) || IsWithin(other, one);

    private static bool IsWithin(string inner, string outer) =>
        (inner + Path.DirectorySeparatorChar).StartsWith(outer + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private void Write(List<WatchedFolder> folders) => DurableFile.Replace(data.Watched, JsonSerializer.SerializeToUtf8Bytes(folders));
}

/// <summary>A folder that is watched.</summary>
/// <param name="RunnerId">The runner whose files come there.</param>
/// <param name="Path">Its full path.</param>
public sealed record WatchedFolder(Guid RunnerId, string Path);
