using NodaTime;

namespace KneeLoad.Testing.Samples;

/// <summary>One run of the sample runner before it is run.</summary>
/// <param name="Name">File name without extension.</param>
/// <param name="Start">When it begins.</param>
/// <param name="Kilometres">How far. [km]</param>
/// <param name="MetresPerSecond">How fast on level ground. [m/s]</param>
/// <param name="Way">Where; null on a treadmill.</param>
/// <param name="Recorder">What records it.</param>
/// <param name="Walk">True for a walk.</param>
internal sealed record SampleRun(
    string Name, Instant Start, double Kilometres, double MetresPerSecond, MadeTown.Way? Way, Recorder Recorder, bool Walk = false);
