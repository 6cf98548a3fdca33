using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace KneeLoad.Architecture.Tests;

/// <summary>Finds words for people in a built assembly: string literals with a blank, messages of exceptions aside.</summary>
internal static partial class Sentences
{
    private const string Root = "KneeLoad.";

    /// <summary>The types that hold such a literal, as paths of folders: "Analysis/Risk/GrowthRule".</summary>
    public static IEnumerable<string> In(string path) => In(path, text => text.Contains(' ', StringComparison.Ordinal));

    /// <summary>The types that hold a piece of a sentence: three plain words, or two with a full stop. Names of sports and devices are none.</summary>
    public static IEnumerable<string> WholeIn(string path) => In(path, Piece().IsMatch);

    private static IEnumerable<string> In(string path, Func<string, bool> isOne)
    {
        using var assembly = AssemblyDefinition.ReadAssembly(path);
        return [.. assembly.MainModule.GetTypes()
            .Where(type => type.Methods.Any(method => HasOne(method, isOne)))
            .Select(type => Outermost(type).FullName)
            .Where(name => name.StartsWith(Root, StringComparison.Ordinal))
            .Select(name => name[Root.Length..].Replace('.', '/'))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)];
    }

    // The text that a record writes of itself is the compiler's.
    private static bool HasOne(MethodDefinition method, Func<string, bool> isOne) => method.HasBody
        && !method.CustomAttributes.Any(attribute => attribute.AttributeType.Name == nameof(CompilerGeneratedAttribute))
        && method.Body.Instructions.Any(instruction => instruction.Operand is string text && isOne(text) && !IsMessage(instruction));

    // A message is built right before its exception.
    private static bool IsMessage(Instruction instruction)
    {
        for (var next = instruction.Next; next is not null; next = next.Next)
        {
            if (next.OpCode == OpCodes.Newobj && ((MethodReference)next.Operand).DeclaringType.Name.EndsWith(nameof(Exception), StringComparison.Ordinal))
            {
                return true;
            }

            if (next.OpCode.FlowControl is FlowControl.Return or FlowControl.Throw)
            {
                return false;
            }
        }

        return false;
    }

    private static TypeDefinition Outermost(TypeDefinition type) => type.DeclaringType is { } outer ? Outermost(outer) : type;

    [GeneratedRegex(
        @"^['A-Z][a-z'’]*( [a-z'’]+){2,}|[a-z] [a-z]+\.$| (is|was|were|holds|read|left) ", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Piece();
}
