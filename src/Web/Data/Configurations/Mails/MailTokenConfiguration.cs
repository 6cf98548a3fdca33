using KneeLoad.Web.Data.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KneeLoad.Web.Data.Configurations.Mails;

internal sealed class MailTokenConfiguration : IEntityTypeConfiguration<MailToken>
{
    public void Configure(EntityTypeBuilder<MailToken> builder)
    {
        builder.HasKey(row => row.TokenHash);
        builder.Property(row => row.TokenHash).HasMaxLength(64);
        builder.Property(row => row.Purpose).HasConversion<string>().HasMaxLength(16);
        builder.HasOne<Runner>().WithMany().HasForeignKey(row => row.RunnerId).OnDelete(DeleteBehavior.Cascade);
    }
}
