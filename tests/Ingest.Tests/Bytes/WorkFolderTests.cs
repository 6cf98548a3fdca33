using KneeLoad.Ingest.Bytes;
using KneeLoad.Testing;

namespace KneeLoad.Ingest.Tests.Bytes;

public sealed class WorkFolderTests : IDisposable
{
    private readonly ScratchFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void It_lies_beside_the_index_and_is_gone_after_the_build_with_all_it_holds()
    {
        using (var work = WorkFolder.Of(folder["map.index"])!)
        {
            File.WriteAllText(work.PathOf("cells"), "half");
            Assert.Equal(folder["map.index.building"], work.Path);
        }

        Assert.Empty(folder.Names);
    }

    [Fact]
    public void A_second_build_of_the_same_index_finds_it_held_and_one_of_another_does_not()
    {
        using var first = WorkFolder.Of(folder["map.index"]);

        Assert.NotNull(first);
        Assert.Null(WorkFolder.Of(folder["map.index"]));
        using var other = WorkFolder.Of(folder["other.index"]);
        Assert.NotNull(other);
    }

    [Fact]
    public void What_a_killed_build_left_is_cleared_by_the_next()
    {
        Directory.CreateDirectory(folder["map.index.building"]);
        File.WriteAllText(Path.Combine(folder["map.index.building"], "cells"), "half");
        File.WriteAllText(Path.Combine(folder["map.index.building"], "held"), string.Empty);

        using var work = WorkFolder.Of(folder["map.index"])!;

        Assert.Equal(["held"], Directory.EnumerateFiles(work.Path).Select(Path.GetFileName));
    }

    [Fact]
    public void It_is_free_again_after_a_build()
    {
        WorkFolder.Of(folder["map.index"])!.Dispose();

        using var again = WorkFolder.Of(folder["map.index"]);

        Assert.NotNull(again);
    }
}
