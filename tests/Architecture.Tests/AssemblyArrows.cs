using Mono.Cecil;
using Mono.Cecil.Cil;

namespace KneeLoad.Architecture.Tests;

/// <summary>Reduces a built assembly to its arrows from folder to folder, at the full depth of its namespaces.</summary>
internal static class AssemblyArrows
{
    private const string Root = "KneeLoad.";

    public static IReadOnlyCollection<FolderArrow> Of(string path)
    {
        using var assembly = AssemblyDefinition.ReadAssembly(path);
        var pages = PagesOf(assembly);
        var arrows = new HashSet<FolderArrow>();
        foreach (var type in assembly.MainModule.GetTypes())
        {
            var from = FolderOf(type, pages);
            if (from is null)
            {
                continue;
            }

            foreach (var to in Named(type).Select(named => FolderOf(named, pages)).OfType<string>().Where(to => to != from))
            {
                arrows.Add(new(from, to));
            }
        }

        return arrows;
    }

    /// <summary>Folders of the compiled pages, by the name of their type.</summary>
    private static Dictionary<string, string> PagesOf(AssemblyDefinition assembly) => assembly.CustomAttributes
        .Where(attribute => attribute.AttributeType.Name == "RazorCompiledItemAttribute")
        .ToDictionary(
            attribute => ((TypeReference)attribute.ConstructorArguments[0].Value).FullName,
            attribute => "Web" + Path.GetDirectoryName((string)attribute.ConstructorArguments[2].Value)!.Replace('\\', '/'),
            StringComparer.Ordinal);

    private static string? FolderOf(TypeReference type, Dictionary<string, string> pages)
    {
        while (type.DeclaringType is not null)
        {
            type = type.DeclaringType;
        }

        if (pages.TryGetValue(type.FullName, out var page))
        {
            return page;
        }

        if (type is { Namespace: "", Name: "Program" })
        {
            return "Web";
        }

        return type.Namespace.StartsWith(Root, StringComparison.Ordinal) ? type.Namespace[Root.Length..].Replace('.', '/') : null;
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
