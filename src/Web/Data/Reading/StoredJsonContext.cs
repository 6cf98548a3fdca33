using System.Text.Json.Serialization;
using KneeLoad.Analysis.Baselines;
using KneeLoad.Analysis.Risk;
using KneeLoad.Analysis.Runs;
using KneeLoad.Analysis.Surfaces;
using KneeLoad.Analysis.Weeks;
using KneeLoad.Web.Data.Past;

namespace KneeLoad.Web.Data.Reading;

/// <summary>Readers and writers of stored values, generated at build.</summary>
[JsonSerializable(typeof(RunMetrics))]
[JsonSerializable(typeof(RunLoad))]
[JsonSerializable(typeof(SurfaceMix))]
[JsonSerializable(typeof(WeeklyLoad))]
[JsonSerializable(typeof(IReadOnlyList<PastRun>))]
[JsonSerializable(typeof(RiskAssessment))]
[JsonSerializable(typeof(AssessmentRecord))]
[JsonSerializable(typeof(AssessmentInputs))]
[JsonSerializable(typeof(StoredJson.StoredOutcome))]
internal sealed partial class StoredJsonContext : JsonSerializerContext;
