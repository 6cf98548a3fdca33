using System.Net;
using KneeLoad.Testing;
using KneeLoad.Web.Tests.Hosting;

namespace KneeLoad.Web.Tests.Documents;

/// <summary>The licences of the work that the program is made with stand beside it.</summary>
public sealed class LicenceTests(RunningService service) : IClassFixture<RunningService>
{
    private const string List = "src/Web/wwwroot/licences.txt";

    private readonly WebHost host = service.Anew();

    [Fact]
    public void Each_locked_package_has_its_line_and_its_text()
    {
        var list = LockedPackages.List();

        Assert.Equal(Approved.Text(List, list), list);
        Assert.All(
            LockedPackages.All(),
            package => Assert.Contains($"\n{package.Name} | {package.Version} | {package.Licence}", list, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_page_names_each_package_and_the_bundles_lead_to_their_licences()
    {
        using var stranger = host.CreateClient();

        var page = PlainPages.Plain(await stranger.GetStringAsync("/licences"));
        using var texts = await stranger.GetAsync("/licences.txt");
        var bundle = await stranger.GetStringAsync("/dist/uploads.js");

        Assert.All(LockedPackages.All(), package => Assert.Contains(package.Name, page, StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.OK, texts.StatusCode);
        Assert.NotEmpty(bundle);
        var notices = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", "Web", "wwwroot", "dist"), "*.LEGAL.txt").Select(Path.GetFileName).ToList();
        Assert.NotEmpty(notices);
        foreach (var notice in notices)
        {
            using var reply = await stranger.GetAsync("/dist/" + notice);
            Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
        }
    }
}
