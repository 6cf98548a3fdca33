namespace KneeLoad.Web.Data.Entities;

/// <summary>The uses of their health data that a runner agreed to. Whatever stores, computes or shows such data asks here.</summary>
/// <param name="Stores">True when files are read and what is in them is kept: heart rate, positions; and pain and injuries as told.</param>
/// <param name="Scores">True when the knees are scored, on pages and in mails. Nothing is scored that is not stored.</param>
public readonly record struct Processing(bool Stores, bool Scores);
