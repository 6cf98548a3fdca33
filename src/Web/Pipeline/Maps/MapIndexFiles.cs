using System.Globalization;
using KneeLoad.Web.Hosting;

namespace KneeLoad.Web.Pipeline.Maps;

/// <summary>The files of indexes that no row speaks of any more, and what killed builds left.</summary>
internal sealed class MapIndexFiles(DataFolder folder)
{
    /// <summary>Deletes all but those of the maps named. What is still mapped somewhere goes on being readable there.</summary>
    public void DeleteOthers(IReadOnlyCollection<Guid> maps)
    {
        if (!Directory.Exists(folder.MapIndexes))
        {
            return;
        }

        var names = maps.Select(map => map.ToString("n", CultureInfo.InvariantCulture)).ToHashSet(StringComparer.Ordinal);
        foreach (var entry in new DirectoryInfo(folder.MapIndexes).EnumerateFileSystemInfos().Where(entry => !names.Contains(entry.Name.Split('.')[0])))
        {
            try
            {
                if (entry is DirectoryInfo building)
                {
                    building.Delete(recursive: true);
                }
                else
                {
                    entry.Delete();
                }
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                // Held open: on some systems it can go only when it is not. The next look tries again.
            }
        }
    }
}
