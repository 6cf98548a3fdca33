using KneeLoad.Web.Data.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KneeLoad.Web.Data.Configurations;

internal sealed class RunConfiguration : IEntityTypeConfiguration<Run>
{
    /// <summary>Name of the filter that hides deleted activities from every query.</summary>
    public const string Deleted = "deleted";

    public void Configure(EntityTypeBuilder<Run> builder)
    {
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.MemberName).HasMaxLength(400);
        builder.Property(row => row.ModelVersion).HasMaxLength(16);
        builder.HasQueryFilter(Deleted, row => !row.Deleted);
        builder.HasIndex(row => new { row.RunnerId, row.Start });
        // The days of a history, and the first of them.
        builder.HasIndex(row => new { row.RunnerId, row.LocalDate, row.Start });
        // What the runner is asked.
        builder.HasIndex(row => new { row.RunnerId, row.Start }, "IX_Runs_Copies").HasFilter("\"CopyId\" IS NOT NULL");
        // The first runs of an upload, and their number without reading them.
        builder.HasIndex(row => new { row.UploadId, row.RunnerId, row.Start, row.Deleted, row.IsRun, row.DuplicateOfId }, "IX_Runs_OfUpload");
        // Runs of an earlier version.
        builder.HasIndex(row => new { row.ModelVersion, row.UploadId });
        // Deleting an upload deletes its runs; the runner's own cascade reaches runs through uploads, since SQL Server takes one path only.
        builder.HasOne(row => row.Upload).WithMany(upload => upload.Runs).HasForeignKey(row => row.UploadId).OnDelete(DeleteBehavior.Cascade);
    }
}
