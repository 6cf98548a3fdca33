namespace KneeLoad.Analysis.Evidence;

/// <summary>What matching a track to a map rests on.</summary>
public static partial class Sources
{
    /// <summary>The hidden Markov model of a track on a network: noise of positions, and detours between them.</summary>
    public static Source NewsonKrumm2009 { get; } = new(
        "newson-2009", "Newson and Krumm 2009, Hidden Markov map matching through noise and sparseness, ACM SIGSPATIAL GIS 336-343", "10.1145/1653771.1653818");
}
