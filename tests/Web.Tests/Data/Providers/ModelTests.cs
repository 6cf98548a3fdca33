using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Providers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace KneeLoad.Web.Tests.Data.Providers;

/// <summary>Each database can keep all that the model asks of it.</summary>
public sealed class ModelTests
{
    /// <summary>SQL Server's widest clustered key.</summary>
    private const int WidestKey = 900;

    /// <summary>SQL Server's widest index.</summary>
    private const int WidestIndex = 1700;

    public static TheoryData<string> Providers => ["Sqlite", "PostgreSql", "SqlServer"];

    [Fact]
    public void SQL_Server_compares_every_text_of_a_key_or_an_index_letter_for_letter()
    {
        using var db = MigrationTests.Designed("SqlServer");
        var texts = db.GetService<IDesignTimeModel>().Model.GetEntityTypes().SelectMany(type => type.GetProperties()).Where(property =>
            (property.GetProviderClrType() ?? property.ClrType) == typeof(string) && (property.IsKey() || property.IsForeignKey() || property.IsIndex()))
                .ToList();

        Assert.All(texts, property => Assert.Equal(SqlServerKneeLoadDb.Exact, property.GetCollation()));
        Assert.Contains(texts, property => property.Name == "NormalizedEmail");
        Assert.Contains(texts, property => property.Name == "State");
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public void Every_text_of_a_key_or_an_index_has_a_greatest_length_and_no_key_is_too_wide(string provider)
    {
        using var db = MigrationTests.Designed(provider);
        foreach (var type in db.GetService<IDesignTimeModel>().Model.GetEntityTypes())
        {
            // Identity's own, for passkeys, which are not in use.
            foreach (var key in type.GetKeys().Where(_ => type.GetTableName() != "AspNetUserPasskeys"))
            {
                Assert.InRange(key.Properties.Sum(Width), 1, WidestKey);
            }

            foreach (var index in type.GetIndexes())
            {
                Assert.InRange(index.Properties.Sum(Width), 1, WidestIndex);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public void No_row_is_deleted_along_two_ways(string provider)
    {
        using var db = MigrationTests.Designed(provider);

        foreach (var root in db.GetService<IDesignTimeModel>().Model.GetEntityTypes())
        {
            var ways = WaysFrom(root).GroupBy(type => type.Name, StringComparer.Ordinal).Where(way => way.Count() > 1).Select(way => way.Key);
            Assert.Empty(ways);
        }
    }

    [Theory]
    [InlineData("Sqlite", "\"IsOwner\" = '1'")]
    [InlineData("PostgreSql", "\"IsOwner\" = '1'")]
    [InlineData("SqlServer", "[IsOwner] = 1")]
    public void A_filter_is_written_as_its_database_reads_it(string provider, string filter)
    {
        using KneeLoadDbContext db = MigrationTests.Designed(provider);

        var filters = db.GetService<IDesignTimeModel>().Model
            .GetEntityTypes()
            .SelectMany(type => type.GetIndexes())
            .Select(index => index.GetFilter())
            .OfType<string>()
            .ToList();

        Assert.Contains(filter, filters);
        Assert.All(filters, one => Assert.Equal(provider == "SqlServer", one.Contains('[', StringComparison.Ordinal)));
    }

    private static IEnumerable<IEntityType> WaysFrom(IEntityType root) => root.GetReferencingForeignKeys()
        .Where(key => key.DeleteBehavior is DeleteBehavior.Cascade or DeleteBehavior.SetNull && key.DeclaringEntityType != root)
        .SelectMany(key => WaysFrom(key.DeclaringEntityType).Prepend(key.DeclaringEntityType));

    private static int Width(IProperty property)
    {
        if ((property.GetProviderClrType() ?? property.ClrType) == typeof(string))
        {
            return 2 * Assert.IsType<int>(property.GetMaxLength());
        }

        return property.ClrType == typeof(byte[]) ? Assert.IsType<int>(property.GetMaxLength()) : 16;
    }
}
