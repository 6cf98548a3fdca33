using KneeLoad.Web.Data.Entities.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KneeLoad.Web.Data.Configurations.Access;

internal sealed class RequestTallyConfiguration : IEntityTypeConfiguration<RequestTally>
{
    public void Configure(EntityTypeBuilder<RequestTally> builder)
    {
        builder.HasKey(row => row.Key);
        builder.Property(row => row.Key).HasMaxLength(64);
        builder.HasIndex(row => row.Forgotten);
    }
}
