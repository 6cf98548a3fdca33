using KneeLoad.Analysis.Runs;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Features.Uploads;
using NodaTime;

namespace KneeLoad.Web.Tests.Features.Uploads;

public sealed class UploadedFileTests
{
    [Theory]
    [InlineData("read", RunKind.Run)]
    [InlineData("read", RunKind.TakenForRun, RunKind.Other)]
    [InlineData("not a run", RunKind.Walk)]
    [InlineData("not a run", RunKind.Course, RunKind.Other)]
    [InlineData("a course, not a run", RunKind.Course)]
    public void Word_of_a_file_says_what_it_holds(string word, params RunKind[] kinds)
    {
        var runs = kinds.Select(kind => new UploadStatusRun(Guid.Empty, new LocalDate(2026, 3, 1), kind, 1200, RepeatsAnother: false));

        var file = UploadedFile.Of(new UploadStatusLine(Guid.Empty, Guid.Empty, "file.fit", 100, UploadState.Done, null, null, [.. runs]));

        Assert.Equal(word, file.State);
    }
}
