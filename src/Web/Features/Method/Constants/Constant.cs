using System.Reflection;
using System.Runtime.CompilerServices;

namespace KneeLoad.Web.Features.Method.Constants;

/// <summary>One constant of the model, as the method shows it.</summary>
/// <param name="Name">Its name in the code.</param>
/// <param name="Meaning">Its meaning.</param>
/// <param name="Value">The value with its unit.</param>
/// <param name="Stated">The value with its source or its reason, as the code holds it.</param>
internal sealed record Constant(string Name, string Meaning, string Value, object Stated)
{
    /// <summary>All constants of a list, by name.</summary>
    public static IReadOnlyList<Constant> Of(Type list) =>
    [
        .. list.GetProperties(BindingFlags.Public | BindingFlags.Static)
            .OrderBy(property => property.Name, StringComparer.Ordinal)
            .Select(property => Of(list, property)),
    ];

    /// <summary>A part of what the code holds, such as the place of a citation.</summary>
    public T Part<T>(string name) => (T)Stated.GetType().GetProperty(name)!.GetValue(Stated)!;

    private static Constant Of(Type list, PropertyInfo property)
    {
        var stated = property.GetValue(null)!;
        var (meaning, unit) = ConstantMeanings.Of(list, property.Name);
        var value = stated.GetType().GetProperty("Value")!.GetValue(stated)!;
        var names = property.GetCustomAttribute<TupleElementNamesAttribute>()?.TransformNames ?? [];
        return new(property.Name, meaning, ConstantFormat.Write(value, unit, [.. names]), stated);
    }
}
