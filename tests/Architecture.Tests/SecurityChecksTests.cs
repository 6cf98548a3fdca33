using KneeLoad.Testing;

namespace KneeLoad.Architecture.Tests;

/// <summary>The list of security checks, held against the names of the tests.</summary>
public sealed class SecurityChecksTests
{
    private const string Document = "docs/security-checks.md";

    [Fact]
    public void The_document_of_the_checks_is_what_the_tests_hold()
    {
        var text = SecurityChecks.Document();

        Assert.Equal(Approved.Text(Document, text), text);
    }

    [Fact]
    public void A_check_that_cannot_apply_has_no_test_and_one_held_in_part_has()
    {
        var unsound = SecurityChecks.All().Where(check => !check.IsSound).Select(check => check.Id);

        Assert.Empty(unsound);
    }

    [Fact]
    public void No_test_carries_the_id_of_no_check() => Assert.Empty(SecurityChecks.Unknown());
}
