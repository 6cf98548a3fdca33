using KneeLoad.Web.Data.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KneeLoad.Web.Data.Configurations;

internal sealed class RunCorrectionConfiguration : IEntityTypeConfiguration<RunCorrection>
{
    public void Configure(EntityTypeBuilder<RunCorrection> builder)
    {
        builder.HasKey(row => new { row.RunnerId, row.RunId, row.Kind });
        builder.Property(row => row.Kind).HasConversion<string>().HasMaxLength(16);
        builder.Property(row => row.RunKind).HasConversion<string>().HasMaxLength(16);
        // No foreign key to the activity: its row is made anew whenever its file is read again.
        builder.HasOne<Runner>().WithMany().HasForeignKey(row => row.RunnerId).OnDelete(DeleteBehavior.Cascade);
    }
}
