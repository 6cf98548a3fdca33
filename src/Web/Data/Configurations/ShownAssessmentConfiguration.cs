using KneeLoad.Web.Data.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KneeLoad.Web.Data.Configurations;

internal sealed class ShownAssessmentConfiguration : IEntityTypeConfiguration<ShownAssessment>
{
    public void Configure(EntityTypeBuilder<ShownAssessment> builder)
    {
        builder.HasKey(row => new { row.RunnerId, row.ContentHash });
        builder.HasIndex(row => new { row.RunnerId, row.AsOf });
        builder.Property(row => row.ContentHash).HasMaxLength(64);
        builder.Property(row => row.BaseHash).HasMaxLength(64);
        builder.Property(row => row.ModelVersion).HasMaxLength(16);
        builder.HasOne<Runner>().WithMany().HasForeignKey(row => row.RunnerId).OnDelete(DeleteBehavior.Cascade);
    }
}
