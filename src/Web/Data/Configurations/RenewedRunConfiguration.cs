using KneeLoad.Web.Data.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KneeLoad.Web.Data.Configurations;

internal sealed class RenewedRunConfiguration : IEntityTypeConfiguration<RenewedRun>
{
    public void Configure(EntityTypeBuilder<RenewedRun> builder)
    {
        builder.HasKey(row => new { row.RunnerId, row.RunId, row.Change });
        builder.Property(row => row.Change).HasConversion<string>().HasMaxLength(16);
        // No foreign key to the run: its row is made anew whenever its file is read again.
        builder.HasOne<Runner>().WithMany().HasForeignKey(row => row.RunnerId).OnDelete(DeleteBehavior.Cascade);
    }
}
