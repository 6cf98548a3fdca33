using KneeLoad.Web.Data.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KneeLoad.Web.Data.Configurations;

internal sealed class RunnerConfiguration : IEntityTypeConfiguration<Runner>
{
    public void Configure(EntityTypeBuilder<Runner> builder)
    {
        builder.Property(row => row.TimeZone).HasMaxLength(64);
        builder.Ignore(row => row.Zone);
        builder.Ignore(row => row.Processing);
        builder.HasMany(row => row.Consents).WithOne().HasForeignKey(row => row.RunnerId).OnDelete(DeleteBehavior.Cascade);
        // Whom the weekly mail looks at next.
        builder.HasIndex(row => row.MailDue);
        // Whom the look for consent looks at.
        builder.HasIndex(row => row.StoringConsent);
        builder.HasIndex(row => row.ScoringConsent);
        builder.HasIndex(row => row.ConfirmBy);
        // Of two first registrations at the same instant one is the owner.
        builder.HasIndex(row => row.IsOwner).IsUnique().HasFilter("\"IsOwner\" = '1'");
    }
}
