using KneeLoad.Web.Data.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KneeLoad.Web.Data.Configurations.Mails;

internal sealed class LetterConfiguration : IEntityTypeConfiguration<Letter>
{
    /// <summary>Longest address after RFC 5321. [1]</summary>
    private const int LongestAddress = 254;

    public void Configure(EntityTypeBuilder<Letter> builder)
    {
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Kind).HasMaxLength(WorkItemConfiguration.LongestKind);
        builder.Property(row => row.To).HasMaxLength(LongestAddress);
        builder.HasOne<Runner>().WithMany().HasForeignKey(row => row.RunnerId).OnDelete(DeleteBehavior.Cascade);
    }
}
