using KneeLoad.Web.Data.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KneeLoad.Web.Data.Configurations;

internal sealed class UploadConfiguration : IEntityTypeConfiguration<Upload>
{
    public void Configure(EntityTypeBuilder<Upload> builder)
    {
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Ignore(row => row.ImportRank);
        builder.Property(row => row.FileName).HasMaxLength(300);
        builder.Property(row => row.ContentHash).HasMaxLength(64);
        builder.Property(row => row.State).HasConversion<string>().HasMaxLength(16);
        builder.Property(row => row.Reason).HasMaxLength(2000);
        // The same bytes of one runner are worked on once, however many requests bring them at the same instant.
        builder.HasIndex(row => new { row.RunnerId, row.ContentHash }).IsUnique().HasFilter("\"DuplicateOfId\" IS NULL");
        builder.HasIndex(row => new { row.State, row.Received });
        builder.HasIndex(row => new { row.RunnerId, row.Received });
        builder.HasIndex(row => new { row.RunnerId, row.BatchId });
        builder.HasIndex(row => new { row.State, row.MapId });
        builder.HasOne<Runner>().WithMany().HasForeignKey(row => row.RunnerId).OnDelete(DeleteBehavior.Cascade);
    }
}
