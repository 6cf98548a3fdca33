using KneeLoad.Web.Data.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KneeLoad.Web.Data.Configurations;

internal sealed class RunlessFileConfiguration : IEntityTypeConfiguration<RunlessFile>
{
    public void Configure(EntityTypeBuilder<RunlessFile> builder)
    {
        // The one index: an account export may hold tens of thousands, and each is asked for by its archive.
        builder.HasKey(row => new { row.UploadId, row.Number });
        builder.Property(row => row.Number).ValueGeneratedNever();
        builder.Property(row => row.Name).HasMaxLength(400);
        builder.Property(row => row.State).HasConversion<string>().HasMaxLength(16);
        builder.Property(row => row.Reason).HasMaxLength(1000);
        builder.HasOne<Upload>().WithMany().HasForeignKey(row => row.UploadId).OnDelete(DeleteBehavior.Cascade);
    }
}
