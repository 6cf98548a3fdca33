using KneeLoad.Web.Data.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KneeLoad.Web.Data.Configurations;

internal sealed class SignInConfiguration : IEntityTypeConfiguration<SignIn>
{
    public void Configure(EntityTypeBuilder<SignIn> builder)
    {
        // The table keeps the name that it was made with.
        builder.ToTable("Sessions");
        builder.HasKey(row => row.KeyHash);
        builder.Property(row => row.KeyHash).HasMaxLength(64);
        builder.Property(row => row.Device).HasMaxLength(64);
        builder.HasIndex(row => row.Expires);
        builder.HasOne<Runner>().WithMany().HasForeignKey(row => row.RunnerId).OnDelete(DeleteBehavior.Cascade);
    }
}
