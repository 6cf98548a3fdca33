using KneeLoad.Ingest.Archives;
using KneeLoad.Ingest.Remarks;

namespace KneeLoad.Ingest.Tests.Archives;

public sealed class ArchiveBudgetTests
{
    private const int Ratio = 100;
    private const long Mebibyte = 1 << 20;
    private static readonly ArchiveLimits Limits = new(MaxMembers: 2, MaxMemberBytes: 1000, MaxTotalBytes: 5 * Mebibyte, MaxRatio: Ratio);

    [Fact]
    public void One_file_too_many_is_refused_and_so_are_all_after_it()
    {
        var budget = new ArchiveBudget(Limits, null);

        Assert.True(budget.TryTakeMember(out _));
        Assert.True(budget.TryTakeMember(out _));
        Assert.False(budget.TryTakeMember(out var reason));
        Assert.Equal(new Remark(RemarkKind.ArchiveRestNotUnpacked, 2), reason);
        Assert.False(budget.TryTakeMember(out _));
        Assert.False(budget.TryTakeBytes(1, 1, null, 1000, out reason));
        Assert.Equal(RemarkKind.ArchiveRestNotUnpacked, reason.Kind);
    }

    [Fact]
    public void A_file_may_be_as_long_as_its_limit_and_a_longer_one_costs_only_itself()
    {
        var budget = new ArchiveBudget(Limits, null);

        Assert.True(budget.TryTakeBytes(1000, 1000, null, 1000, out _));
        Assert.False(budget.TryTakeBytes(1, 1001, null, 1000, out var reason));
        Assert.Equal(new Remark(RemarkKind.FileTooLong, 1000), reason);
        Assert.True(budget.TryTakeBytes(10, 10, null, 1000, out _));
    }

    [Fact]
    public void All_files_together_may_have_what_the_limit_says_and_a_byte_more_ends_the_archive()
    {
        var budget = new ArchiveBudget(Limits, null);

        Assert.True(budget.TryTakeBytes((int)(5 * Mebibyte), 1, null, 1000, out _));
        Assert.False(budget.TryTakeBytes(1, 1, null, 1000, out var reason));
        Assert.Equal(new Remark(RemarkKind.ArchiveUnpacksTooFar, 5 * Mebibyte, Other: Ratio), reason);
        Assert.False(budget.TryTakeMember(out _));
    }

    [Fact]
    public void A_file_may_unpack_to_a_hundred_times_its_bytes()
    {
        // Above 1 MiB the ratio counts: 20,000 packed bytes may become 2,000,099, since the division leaves the rest out.
        Assert.True(new ArchiveBudget(Limits, null).TryTakeBytes(1, 2_000_099, 20_000, 5 * Mebibyte, out _));
        Assert.False(new ArchiveBudget(Limits, null).TryTakeBytes(1, 2_000_100, 20_000, 5 * Mebibyte, out var reason));
        Assert.Equal(new Remark(RemarkKind.FileUnpacksTooFar, Ratio), reason);
    }

    [Fact]
    public void A_small_file_may_have_shrunk_to_nearly_nothing()
    {
        Assert.True(new ArchiveBudget(Limits, null).TryTakeBytes(1, Mebibyte, 1, 5 * Mebibyte, out _));
        Assert.False(new ArchiveBudget(Limits, null).TryTakeBytes(1, Mebibyte + 1, 1, 5 * Mebibyte, out _));
    }

    [Fact]
    public void The_whole_archive_has_the_same_ratio()
    {
        var budget = new ArchiveBudget(Limits, archiveBytes: 20_000);

        Assert.True(budget.TryTakeBytes(2_000_099, 1, null, 1000, out _));
        Assert.False(budget.TryTakeBytes(1, 1, null, 1000, out var reason));
        Assert.Equal(RemarkKind.ArchiveUnpacksTooFar, reason.Kind);
    }

    [Fact]
    public void Without_a_packed_length_no_ratio_is_held() =>
        Assert.True(new ArchiveBudget(Limits, null).TryTakeBytes(1, 4 * Mebibyte, null, 5 * Mebibyte, out _));
}
