using KneeLoad.Web.Data.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KneeLoad.Web.Data.Configurations;

internal sealed class ConsentConfiguration : IEntityTypeConfiguration<Consent>
{
    public void Configure(EntityTypeBuilder<Consent> builder)
    {
        builder.ToTable("Consents");
        builder.HasKey(row => new { row.RunnerId, row.Purpose, row.Moment });
        builder.Property(row => row.Purpose).HasConversion<string>().HasMaxLength(16);
        builder.Property(row => row.TextVersion).HasMaxLength(16);
    }
}
