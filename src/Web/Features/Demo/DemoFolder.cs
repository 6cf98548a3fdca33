using KneeLoad.Web.Hosting;

namespace KneeLoad.Web.Features.Demo;

/// <summary>The demo's folder. A mark within says that it is one, so that no start ever deletes anything else.</summary>
internal static class DemoFolder
{
    private const string Mark = "this-is-a-kneeload-demo";

    /// <summary>Empties the demo's folder, or makes it.</summary>
    /// <param name="wanted">The folder that the command names; null for the demo's usual place.</param>
    /// <returns>Its full path.</returns>
    /// <exception cref="SettingException">The folder holds something that no demo put there.</exception>
    public static string Replace(string? wanted)
    {
        var folder = Path.GetFullPath(wanted ?? Path.Combine(UsualPlace, "kneeload-demo"));
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
        {
            if (!File.Exists(Path.Combine(folder, Mark)))
            {
                throw new SettingException($"{folder} holds something else than a demo. The demo replaces its folder: name another one.");
            }

            Directory.Delete(folder, recursive: true);
        }

        new DataFolder(folder).Create();
        File.WriteAllText(Path.Combine(folder, Mark), "Made by the demo, replaced at its next start.\n");
        return folder;
    }

    // A machine's account without a home has a temporary folder all the same.
    private static string UsualPlace =>
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create) is { Length: > 0 } home
            ? home
            : Path.GetTempPath();
}
