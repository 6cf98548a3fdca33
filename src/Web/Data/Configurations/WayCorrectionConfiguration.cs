using KneeLoad.Web.Data.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KneeLoad.Web.Data.Configurations;

internal sealed class WayCorrectionConfiguration : IEntityTypeConfiguration<WayCorrection>
{
    public void Configure(EntityTypeBuilder<WayCorrection> builder)
    {
        builder.HasKey(row => new { row.RunnerId, row.WayId });
        builder.Property(row => row.Class).HasConversion<string>().HasMaxLength(16);
        builder.HasOne<Runner>().WithMany().HasForeignKey(row => row.RunnerId).OnDelete(DeleteBehavior.Cascade);
    }
}
