using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Data.Entities.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KneeLoad.Web.Data.Configurations.Access;

internal sealed class TrailEntryConfiguration : IEntityTypeConfiguration<TrailEntry>
{
    public void Configure(EntityTypeBuilder<TrailEntry> builder)
    {
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Act).HasConversion<string>().HasMaxLength(24);
        builder.Property(row => row.By).HasConversion<string>().HasMaxLength(16);
        builder.Property(row => row.Request).HasMaxLength(64);
        builder.HasIndex(row => row.Moment);
        builder.HasOne<Runner>().WithMany().HasForeignKey(row => row.RunnerId).OnDelete(DeleteBehavior.Cascade);
    }
}
