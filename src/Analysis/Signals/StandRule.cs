using KneeLoad.Ingest.Quantities;
using NodaTime;

namespace KneeLoad.Analysis.Signals;

/// <summary>Tells how long a record stands for at most.</summary>
/// <param name="Longest">The longest time where records are frequent.</param>
/// <param name="AllowanceWhereRare">The longest time where records are rare, over the median time between two. [1]</param>
/// <param name="LongestWhereRare">The longest time of all.</param>
internal readonly record struct StandRule(Duration Longest, Fraction AllowanceWhereRare, Duration LongestWhereRare);
