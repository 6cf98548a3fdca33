namespace KneeLoad.Testing;

/// <summary>The bytes that a builder writes where a FIT file has a check.</summary>
public enum FitCheck
{
    /// <summary>The right one.</summary>
    Right,

    /// <summary>Zero, which in a header means left out.</summary>
    Zero,

    /// <summary>A wrong one.</summary>
    Wrong,

    /// <summary>Nothing at all: the file ends before it. In a header the same as <see cref="Zero"/>.</summary>
    Missing,
}
