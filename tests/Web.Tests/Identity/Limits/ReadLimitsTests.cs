using System.Security.Claims;
using KneeLoad.Testing;
using KneeLoad.Web.Identity.Limits;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace KneeLoad.Web.Tests.Identity.Limits;

public sealed class ReadLimitsTests
{
    [Fact]
    public async Task DO_08_Of_one_runner_few_pages_are_made_at_one_time_the_next_wait_and_others_do_not()
    {
        var limits = new ReadLimits(new(SystemClock.Instance));
        var crowd = Enumerable.Range(0, 4).Select(_ => new Page(limits, "a")).ToList();

        var next = new Page(limits, "a");
        var other = new Page(limits, "b");

        Assert.All(crowd, page => Assert.True(page.IsBegun));
        Assert.True(other.IsBegun);
        Assert.False(next.IsBegun);
        crowd[0].End();
        await next.BeginAsync();
        crowd.Concat([next, other]).ToList().ForEach(page => page.End());
        await Task.WhenAll(crowd.Concat([next, other]).Select(page => page.Whole));
        // The queue went with the last of them: the same runner's next pages begin anew.
        var later = new Page(limits, "a");
        Assert.True(later.IsBegun);
        later.End();
    }

    [Fact]
    public async Task DO_08_Whoever_comes_when_too_many_wait_is_told_when_to_come_again()
    {
        var limits = new ReadLimits(new(SystemClock.Instance));
        var pages = Enumerable.Range(0, 204).Select(_ => new Page(limits, "a")).ToList();

        var late = new Page(limits, "a");
        await late.Whole;

        Assert.False(late.IsBegun);
        Assert.Equal((StatusCodes.Status429TooManyRequests, "1"), (late.Context.Response.StatusCode, $"{late.Context.Response.Headers.RetryAfter}"));
        pages.ForEach(page => page.End());
        await Task.WhenAll(pages.Select(page => page.Whole));
    }

    /// <summary>A page that is being made until it is told to end.</summary>
    private sealed class Page
    {
        private readonly TaskCompletionSource begun = new();
        private readonly TaskCompletionSource end = new();

        public Page(ReadLimits limits, string runner)
        {
            Context = new()
            {
                Request = { Method = "GET", Path = "/runs" },
                User = new(new ClaimsIdentity([new(ClaimTypes.NameIdentifier, runner)], "test")),
            };
            Whole = limits.RunAsync(Context, async _ =>
            {
                begun.SetResult();
                await end.Task.WaitAsync(Patience.Bound);
            });
        }

        public DefaultHttpContext Context { get; }

        public Task Whole { get; }

        public bool IsBegun => begun.Task.IsCompleted;

        public Task BeginAsync() => begun.Task.WaitAsync(Patience.Bound);

        public void End() => end.TrySetResult();
    }
}
