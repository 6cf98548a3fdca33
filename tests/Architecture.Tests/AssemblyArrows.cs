using Mono.Cecil;
using Mono.Cecil.Cil;

namespace KneeLoad.Architecture.Tests;

/// <summary>Reduces a built assembly to its arrows from folder to folder.</summary>
internal static class AssemblyArrows
{
    private const string Root = "KneeLoad.";

    public static IReadOnlyCollection<FolderArrow> Of(string path)
    {
        using var assembly = AssemblyDefinition.ReadAssembly(path);
        var arrows = new HashSet<FolderArrow>();
        foreach (var type in assembly.MainModule.GetTypes())
        {
            var from = FolderOf(type);
            if (from is null)
            {
                continue;
            }

            foreach (var to in Named(type).Select(FolderOf).OfType<string>().Where(to => to != from))
            {
                arrows.Add(new(from, to));
            }
        }

        return arrows;
    }

    /// <summary>The folder of a type: project and first folder below it, or the slice itself below Features.</summary>
    private static string? FolderOf(TypeReference type)
    {
        while (type.DeclaringType is not null)
        {
            type = type.DeclaringType;
        }

        if (type.Namespace == "AspNetCoreGeneratedDocument")
        {
            // A compiled page: Features_Dashboard_Index.
            var parts = type.Name.Split('_');
            return parts[0] == "Features" && parts.Length > 2 ? $"Web/Features/{parts[1]}" : $"Web/{parts[0]}";
        }

        if (type is { Namespace: "", Name: "Program" })
        {
            return "Web";
        }

        if (!type.Namespace.StartsWith(Root, StringComparison.Ordinal))
        {
            return null;
        }

        var folders = type.Namespace[Root.Length..].Split('.');
        var depth = folders is ["Web", "Features", ..] ? 3 : 2;
        return string.Join('/', folders.Take(depth));
    }

    private static IEnumerable<TypeReference> Named(TypeDefinition type)
    {
        var named = new List<TypeReference?> { type.BaseType };
        named.AddRange(type.Interfaces.Select(i => i.InterfaceType));
        named.AddRange(type.CustomAttributes.Select(a => a.AttributeType));
        named.AddRange(type.Fields.Select(f => f.FieldType));
        named.AddRange(type.Properties.Select(p => p.PropertyType));
        foreach (var method in type.Methods)
        {
            named.Add(method.ReturnType);
            named.AddRange(method.Parameters.Select(p => p.ParameterType));
            named.AddRange(method.CustomAttributes.Select(a => a.AttributeType));
            if (!method.HasBody)
            {
                continue;
            }

            named.AddRange(method.Body.Variables.Select(v => v.VariableType));
            named.AddRange(method.Body.Instructions.SelectMany(NamedBy));
        }

        return named.OfType<TypeReference>().SelectMany(Unwrapped);
    }

    private static IEnumerable<TypeReference?> NamedBy(Instruction instruction) => instruction.Operand switch
    {
        TypeReference type => [type],
        MethodReference method =>
        [
            method.DeclaringType,
            method.ReturnType,
            .. method.Parameters.Select(p => p.ParameterType),
            .. method is GenericInstanceMethod generic ? generic.GenericArguments : [],
        ],
        FieldReference field => [field.DeclaringType, field.FieldType],
        _ => [],
    };

    private static IEnumerable<TypeReference> Unwrapped(TypeReference type) => type switch
    {
        GenericInstanceType generic => generic.GenericArguments.SelectMany(Unwrapped).Append(generic.ElementType),
        TypeSpecification wrapped => Unwrapped(wrapped.ElementType),
        GenericParameter => [],
        _ => [type],
    };
}
