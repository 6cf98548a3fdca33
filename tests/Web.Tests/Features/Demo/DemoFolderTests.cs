using KneeLoad.Web.Features.Demo;
using KneeLoad.Web.Hosting;

namespace KneeLoad.Web.Tests.Features.Demo;

public sealed class DemoFolderTests
{
    [Fact]
    public void Each_start_replaces_the_demos_folder()
    {
        var folder = Path.Combine(Directory.CreateTempSubdirectory().FullName, "demo");
        DemoFolder.Replace(folder);
        File.WriteAllText(Path.Combine(folder, "kneeload.db"), "old");

        DemoFolder.Replace(folder);

        Assert.False(File.Exists(Path.Combine(folder, "kneeload.db")));
    }

    [Fact]
    public void A_folder_that_holds_anything_else_is_refused_and_left_alone()
    {
        var folder = Directory.CreateTempSubdirectory().FullName;
        var letter = Path.Combine(folder, "letter.txt");
        File.WriteAllText(letter, "dear");

        Assert.Throws<SettingException>(() => DemoFolder.Replace(folder));

        Assert.Equal("dear", File.ReadAllText(letter));
    }
}
