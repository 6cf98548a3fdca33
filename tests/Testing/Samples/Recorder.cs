namespace KneeLoad.Testing.Samples;

/// <summary>The device that the sample runner records with.</summary>
internal enum Recorder
{
    /// <summary>A watch with barometer and wrist heart rate, FIT.</summary>
    Watch,

    /// <summary>The same watch with a chest strap that measures contact time, FIT.</summary>
    WatchAndStrap,

    /// <summary>A telephone: position and satellite altitude only, GPX.</summary>
    Telephone,
}
