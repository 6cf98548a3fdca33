using KneeLoad.Web.Data.Entities;
using NodaTime;

namespace KneeLoad.Web.Features.Diary;

/// <summary>What the diary page shows.</summary>
/// <param name="Today">The runner's local day.</param>
/// <param name="Notes">Newest first.</param>
public sealed record DiaryView(LocalDate Today, IReadOnlyList<DiaryNote> Notes);
