using System.Runtime.InteropServices;

namespace KneeLoad.Web.Hosting;

/// <summary>Limits who may read the files that this process writes.</summary>
internal static partial class FileRights
{
    private const uint GroupAndOthers = 0b000_111_111;

    /// <summary>
    /// From now on new files and folders are their owner's alone: runs are health data, and the data folder may have been made by
    /// hand, open to every user of the machine. Windows has rights by inheritance instead.
    /// </summary>
    public static void KeepToOwner()
    {
        if (!OperatingSystem.IsWindows())
        {
            _ = SetMask(GroupAndOthers);
        }
    }

    [LibraryImport("libc", EntryPoint = "umask")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial uint SetMask(uint mask);
}
