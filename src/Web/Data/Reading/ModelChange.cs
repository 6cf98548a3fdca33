using KneeLoad.Analysis.Risk;
using NodaTime;

namespace KneeLoad.Web.Data.Reading;

/// <summary>What a new version of the model makes of a day that was shown by the version before.</summary>
/// <param name="From">The version that it was shown by.</param>
/// <param name="To">The version now.</param>
/// <param name="Day">The day.</param>
/// <param name="Before">What was shown.</param>
/// <param name="Now">The same inputs, assessed now.</param>
public sealed record ModelChange(string From, string To, LocalDate Day, RiskAssessment Before, RiskAssessment Now);
