using KneeLoad.Ingest.Activities;

namespace KneeLoad.Web.Pipeline.Steps;

/// <summary>One file of an upload as it was read.</summary>
/// <param name="Member">Its number in the archive, from 0; 0 for a plain file.</param>
/// <param name="Name">Its name in the archive; null for a plain file.</param>
/// <param name="Result">What was read.</param>
internal sealed record ImportedFile(int Member, string? Name, ReadResult Result);
