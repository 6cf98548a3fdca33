using System.IO.Compression;
using System.Net;
using System.Text.Json;
using KneeLoad.Web.Tests.Hosting;

namespace KneeLoad.Web.Tests.Exports;

/// <summary>An export as a browser gets it.</summary>
internal sealed class Exported : IDisposable
{
    /// <summary>The password of every runner of the tests.</summary>
    public const string Password = "correct horse battery";

    private readonly ZipArchive zip;

    private Exported(byte[] content)
    {
        Content = content;
        zip = new(new MemoryStream(content), ZipArchiveMode.Read);
    }

    public byte[] Content { get; }

    public IReadOnlyList<string> Names => [.. zip.Entries.Select(entry => entry.FullName)];

    public static async Task<Exported> OfAsync(RunnerClient runner)
    {
        using var reply = await runner.SubmitAsync("/your-data?handler=export", ("password", Password));
        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
        Assert.Equal("application/zip", reply.Content.Headers.ContentType?.MediaType);
        return new(await reply.Content.ReadAsByteArrayAsync());
    }

    public byte[] Bytes(string name)
    {
        using var content = (zip.GetEntry(name) ?? throw new InvalidOperationException(name)).Open();
        using var bytes = new MemoryStream();
        content.CopyTo(bytes);
        return bytes.ToArray();
    }

    public JsonElement[] Table(string name)
    {
        using var table = JsonDocument.Parse(Bytes(name + ".json"));
        return [.. table.RootElement.Clone().EnumerateArray()];
    }

    public string[] CsvHead(string name) => System.Text.Encoding.UTF8.GetString(Bytes(name + ".csv")).Split("\r\n")[0].Split(',');

    public void Dispose() => zip.Dispose();
}
