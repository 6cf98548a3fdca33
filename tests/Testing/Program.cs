// Makes samples/ anew: the same code gives the same bytes.
using KneeLoad.Testing;
using KneeLoad.Testing.Samples;

if (args is not ["samples"])
{
    await Console.Error.WriteLineAsync("usage: dotnet run --project tests/Testing -- samples");
    return 2;
}

var folder = Path.Combine(Repository.Root, "samples", "demo");
Directory.CreateDirectory(folder);
var count = 0;
foreach (var (name, content) in SampleFiles.Demo())
{
    await File.WriteAllBytesAsync(Path.Combine(folder, name), content);
    count++;
}

Console.WriteLine($"{count} files in samples/demo");
return 0;
