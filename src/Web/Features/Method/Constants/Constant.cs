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
    /// <summary>Names of all constants of a list, in order.</summary>
    public static IEnumerable<string> NamesOf(Type list) =>
        list.GetProperties(BindingFlags.Public | BindingFlags.Static).Select(property => property.Name).Order(StringComparer.Ordinal);

    /// <summary>A constant of a list.</summary>
    public static Constant Of(Type list, string name)
    {
        var property = list.GetProperty(name)!;
        var stated = property.GetValue(null)!;
        var (meaning, unit) = ConstantMeanings.Of(list, name);
        var value = stated.GetType().GetProperty("Value")!.GetValue(stated)!;
        var names = property.GetCustomAttribute<TupleElementNamesAttribute>()?.TransformNames ?? [];
        return new(name, meaning, ConstantFormat.Write(value, unit, [.. names]), stated);
    }

    /// <summary>A part of what the code holds, such as the place of a citation.</summary>
    public T Part<T>(string name) => (T)Stated.GetType().GetProperty(name)!.GetValue(Stated)!;
}

/// <summary>Constants that belong together.</summary>
/// <param name="Id">Its name in addresses.</param>
/// <param name="Title">Key of its heading.</param>
/// <param name="Constants">The constants, in order.</param>
internal sealed record ConstantTopic(string Id, string Title, IReadOnlyList<Constant> Constants);
