using KneeLoad.Web.Data.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KneeLoad.Web.Data.Configurations.Mails;

internal sealed class WeeklyMailConfiguration : IEntityTypeConfiguration<WeeklyMail>
{
    public void Configure(EntityTypeBuilder<WeeklyMail> builder)
    {
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.IsoWeek).HasMaxLength(8);
        builder.Property(row => row.MessageId).HasMaxLength(200);
        builder.Property(row => row.Subject).HasMaxLength(300);
        builder.Property(row => row.State).HasConversion<string>().HasMaxLength(16);
        builder.Property(row => row.LastError).HasMaxLength(500);
        builder.HasIndex(row => new { row.RunnerId, row.IsoWeek }).IsUnique();
        builder.HasOne<Runner>().WithMany().HasForeignKey(row => row.RunnerId).OnDelete(DeleteBehavior.Cascade);
    }
}
