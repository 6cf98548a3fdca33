using KneeLoad.Web.Data.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KneeLoad.Web.Data.Configurations;

internal sealed class WorkItemConfiguration : IEntityTypeConfiguration<WorkItem>
{
    /// <summary>Longest reason. [1]</summary>
    public const int LongestReason = 500;

    /// <summary>Longest name of a kind. [1]</summary>
    public const int LongestKind = 32;

    public void Configure(EntityTypeBuilder<WorkItem> builder)
    {
        builder.ToTable("Work");
        builder.HasKey(row => new { row.Kind, row.Key });
        builder.Property(row => row.Kind).HasMaxLength(LongestKind);
        builder.Property(row => row.Reason).HasMaxLength(LongestReason);
        // The next work of a runner, and how much of it the engine has.
        builder.HasIndex(row => new { row.RunnerId, row.Rank, row.HandedOver, row.Attempts, row.Added });
        // Whose work nobody handed over, and what was handed over long ago.
        builder.HasIndex(row => new { row.Failed, row.HandedOver, row.RunnerId });
        // Work that a clock, set back since, has put off for years.
        builder.HasIndex(row => row.Due);
        // The claims of a process.
        builder.HasIndex(row => new { row.Owner, row.Until });
        builder.HasOne<Runner>().WithMany().HasForeignKey(row => row.RunnerId).OnDelete(DeleteBehavior.Cascade);
    }
}
