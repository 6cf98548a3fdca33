namespace KneeLoad.Web.Features.Method.Constants;

/// <summary>Constants that belong together.</summary>
/// <param name="Title">Key of its heading.</param>
/// <param name="Names">Their names in the code, in order.</param>
internal sealed record ConstantTopic(string Title, params string[] Names);
