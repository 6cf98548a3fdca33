using KneeLoad.Testing;
using KneeLoad.Web.Data;
using Microsoft.EntityFrameworkCore;
using Mono.Cecil;

namespace KneeLoad.Architecture.Tests;

/// <summary>The code that finds other rows than those of the signed-in runner, in a list that a person has approved.</summary>
public sealed class RowsTests
{
    private const string List = "tests/Architecture.Tests/rows.approved.txt";

    private static readonly Dictionary<string, string> Ways = new(StringComparer.Ordinal)
    {
        [$"{nameof(RowsInSight)}.{nameof(RowsInSight.SeeAll)}"] = "all",
        [$"{nameof(RowsInSight)}.{nameof(RowsInSight.All)}"] = "all",
        [$"{nameof(RowScopes)}.{nameof(RowScopes.OfAll)}"] = "all",
        [$"{nameof(RowsInSight)}.{nameof(RowsInSight.See)}"] = "one other",
        [$"{nameof(RowScopes)}.{nameof(RowScopes.OfRunner)}"] = "one other",
        [$"{nameof(EntityFrameworkQueryableExtensions)}.{nameof(EntityFrameworkQueryableExtensions.IgnoreQueryFilters)}"] = "without a filter",
    };

    [Fact]
    public void AZ_06_Code_that_finds_more_than_the_signed_in_runners_rows_is_approved()
    {
        using var web = AssemblyDefinition.ReadAssembly(typeof(RowsInSight).Assembly.Location);
        var places = web.MainModule.GetTypes()
            .SelectMany(type => type.Methods.Where(method => method.HasBody)
                .SelectMany(method => method.Body.Instructions)
                .Select(instruction => instruction.Operand as MethodReference)
                .Where(called => called is not null && Ways.ContainsKey(NameOf(called)))
                .Select(called => $"{Ways[NameOf(called!)]}: {PathOf(type)}"))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);
        var text = string.Join('\n', places) + "\n";

        Assert.Equal(Approved.Text(List, text), text);
    }

    private static string NameOf(MethodReference method) => $"{method.DeclaringType.Name}.{method.Name}";

    private static string PathOf(TypeDefinition type)
    {
        while (type.DeclaringType is { } outer)
        {
            type = outer;
        }

        return type.FullName["KneeLoad.".Length..].Replace('.', '/');
    }
}
