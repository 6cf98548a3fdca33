using KneeLoad.Analysis.Runs;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Features.Uploads;
using KneeLoad.Web.Receiving;
using KneeLoad.Web.Words;
using NodaTime;

namespace KneeLoad.Web.Tests.Features.Uploads;

public sealed class UploadedFileTests
{
    [Fact]
    public void Every_state_has_words()
    {
        foreach (var state in Enum.GetValues<FileState>())
        {
            Assert.NotEmpty(Language.English["Uploads.State." + state]);
        }
    }

    [Theory]
    [InlineData(FileState.Read, RunKind.Run)]
    [InlineData(FileState.Read, RunKind.TakenForRun, RunKind.Other)]
    [InlineData(FileState.NotARun, RunKind.Walk)]
    [InlineData(FileState.NotARun, RunKind.Course, RunKind.Other)]
    [InlineData(FileState.Course, RunKind.Course)]
    public void State_of_a_file_says_what_it_holds(FileState state, params RunKind[] kinds)
    {
        var runs = kinds.Select(kind => new UploadStatusRun(Guid.Empty, new LocalDate(2026, 3, 1), kind, 1200, RepeatsAnother: false));

        var file = UploadedFile.Of(new UploadStatusLine(Guid.Empty, Guid.Empty, "file.fit", 100, UploadState.Done, null, null, [.. runs]), Language.English);

        Assert.Equal(state, file.State);
        Assert.NotEmpty(Language.English["Uploads.State." + file.State]);
    }
}
