using System.Net;
using KneeLoad.Web.Tests.Hosting;

namespace KneeLoad.Web.Tests.Features.Uploads;

public sealed class DamagedOriginalTests(RunningService service) : IClassFixture<RunningService>
{
    private readonly WebHost host = service.Anew();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Who_fetches_an_original_that_the_disk_has_lost_is_told_so(bool isThere)
    {
        var runner = await host.RunnerAsync("a");
        var line = Assert.Single(await runner.UploadAndFinishAsync(("a.fit", MadeRun.Fit(MadeRun.Monday))));
        var original = Assert.Single(Directory.GetFiles(Path.Combine(host.Folder, "originals"), "*", SearchOption.AllDirectories));
        if (isThere)
        {
            var content = await File.ReadAllBytesAsync(original, TestContext.Current.CancellationToken);
            content[content.Length / 2] ^= 1;
            await File.WriteAllBytesAsync(original, content, TestContext.Current.CancellationToken);
        }
        else
        {
            File.Delete(original);
        }

        using var request = new HttpRequestMessage(HttpMethod.Get, $"/uploads/{line.GetProperty("id").GetGuid()}/original")
        {
            Headers = { { "Accept", "text/html" } },
        };
        using var reply = await runner.Http.SendAsync(request, TestContext.Current.CancellationToken);
        var page = await reply.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Gone, reply.StatusCode);
        Assert.Contains("This file is damaged", page, StringComparison.Ordinal);
        Assert.DoesNotContain("lost.", page, StringComparison.Ordinal);
    }
}
