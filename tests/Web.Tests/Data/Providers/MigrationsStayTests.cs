using System.Security.Cryptography;
using System.Text;
using KneeLoad.Testing;

namespace KneeLoad.Web.Tests.Data.Providers;

/// <summary>A migration that was changed after it ran somewhere leaves a database that says it is up to date, and is not.</summary>
public sealed class MigrationsStayTests
{
    private const string Known = "tests/Web.Tests/Data/Providers/migrations.approved.txt";

    [Fact]
    public void A_migration_is_never_changed_or_taken_away_and_a_new_one_is_written_down()
    {
        var root = Path.Combine(Repository.Root, "src", "Web", "Data", "Migrations");
        var now = Directory.EnumerateFiles(root, "2*.cs", SearchOption.AllDirectories)
            .Select(path => $"{Path.GetRelativePath(root, path).Replace('\\', '/')} {HashOf(path)}")
            .Order(StringComparer.Ordinal)
            .ToList();
        var file = Path.Combine(Repository.Root, Known);
        var before = File.Exists(file) ? File.ReadAllLines(file) : [];

        // Also who approves only adds.
        Assert.Empty(before.Except(now, StringComparer.Ordinal));
        var text = string.Join('\n', now) + "\n";
        Assert.Equal(text, Approved.Text(Known, text), ignoreLineEndingDifferences: true);
    }

    private static string HashOf(string path) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(File.ReadAllText(path).ReplaceLineEndings("\n"))))[..16];
}
