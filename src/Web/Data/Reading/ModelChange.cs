using KneeLoad.Analysis.Risk;
using NodaTime;

namespace KneeLoad.Web.Data.Reading;

/// <summary>The outcome of a stored assessment in what all versions of the model share.</summary>
/// <param name="Level">The level.</param>
/// <param name="Score">The points; null without a score.</param>
public sealed record ShownFinding(RiskLevel Level, int? Score);

/// <summary>A day's assessment by a new version of the model beside the one that was shown.</summary>
/// <param name="From">The version that it was shown by.</param>
/// <param name="To">The version now.</param>
/// <param name="Day">The day.</param>
/// <param name="Before">The finding that was shown.</param>
/// <param name="Now">The finding of the same inputs now.</param>
public sealed record ModelChange(string From, string To, LocalDate Day, ShownFinding Before, ShownFinding Now);
