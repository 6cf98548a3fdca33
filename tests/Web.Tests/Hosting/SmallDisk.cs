using System.Diagnostics;

namespace KneeLoad.Web.Tests.Hosting;

/// <summary>A disk of a few megabytes that one process and nobody else sees in the place of a folder.</summary>
internal static class SmallDisk
{
    public const string ImpossibleReason = "This system lets nobody mount a disk of his own (unshare).";

    private static readonly Lazy<bool> Possible = new(Try);

    public static bool IsPossible => Possible.Value;

    /// <summary>The command that runs another one with a small disk, holding what the folder holds.</summary>
    public static string[] Around(string folder, int megabytes, string[] command) =>
    [
        "unshare", Environment.IsPrivilegedProcess ? "--mount" : "--map-root-user", "--mount", "sh", "-c",
        "kept=$(mktemp -d) && cp -a \"$0/.\" \"$kept\" && mount -t tmpfs -o size=\"$1\" tmpfs \"$0\" && cp -a \"$kept/.\" \"$0\" && rm -rf \"$kept\" "
            + "&& shift && exec \"$@\"",
        folder, $"{megabytes}m", .. command,
    ];

    /// <summary>The command that runs another one where a folder lies on an empty disk that nobody may write to.</summary>
    public static string[] ReadOnly(string folder, string[] command) =>
    [
        "unshare", Environment.IsPrivilegedProcess ? "--mount" : "--map-root-user", "--mount", "sh", "-c",
        "mount -t tmpfs -o ro tmpfs \"$0\" && exec \"$@\"", folder, .. command,
    ];

    private static bool Try()
    {
        if (!OperatingSystem.IsLinux())
        {
            return false;
        }

        var folder = Directory.CreateTempSubdirectory("kneeload-disk-").FullName;
        try
        {
            string[] command = Around(folder, 1, ["true"]);
            using var process = Process.Start(new ProcessStartInfo(command[0], command[1..]) { UseShellExecute = false, RedirectStandardError = true });
            process?.WaitForExit();
            return process?.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
