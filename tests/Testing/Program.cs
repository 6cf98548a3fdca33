// Makes samples/ anew: the same code gives the same bytes.
using KneeLoad.Testing;
using KneeLoad.Testing.Samples;

if (args is not ["samples"])
{
    await Console.Error.WriteLineAsync("usage: dotnet run --project tests/Testing -- samples");
    return 2;
}

var folder = Path.Combine(Repository.Root, "samples");
Console.WriteLine($"{await WriteAsync(folder, SampleFiles.OfEachKind())} files in samples");
Console.WriteLine($"{await WriteAsync(Path.Combine(folder, "demo"), SampleFiles.Demo())} files in samples/demo");
Console.WriteLine($"{await WriteAsync(Path.Combine(folder, "demo-map"), SampleFiles.DemoMap())} file in samples/demo-map");
return 0;

static async Task<int> WriteAsync(string folder, IEnumerable<(string Name, byte[] Content)> files)
{
    Directory.CreateDirectory(folder);
    var count = 0;
    foreach (var (name, content) in files)
    {
        await File.WriteAllBytesAsync(Path.Combine(folder, name), content);
        count++;
    }

    return count;
}
