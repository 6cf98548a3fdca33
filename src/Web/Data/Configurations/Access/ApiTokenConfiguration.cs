using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Data.Entities.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KneeLoad.Web.Data.Configurations.Access;

internal sealed class ApiTokenConfiguration : IEntityTypeConfiguration<ApiToken>
{
    public void Configure(EntityTypeBuilder<ApiToken> builder)
    {
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.TokenHash).HasMaxLength(64);
        builder.HasIndex(row => row.TokenHash).IsUnique();
        builder.Property(row => row.Name).HasMaxLength(64);
        builder.Property(row => row.Scopes).HasConversion<string>().HasMaxLength(64);
        builder.HasIndex(row => row.Expires);
        builder.HasOne<Runner>().WithMany().HasForeignKey(row => row.RunnerId).OnDelete(DeleteBehavior.Cascade);
    }
}
