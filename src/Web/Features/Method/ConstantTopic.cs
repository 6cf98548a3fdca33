namespace KneeLoad.Web.Features.Method;

/// <summary>Constants that belong together.</summary>
/// <param name="Title">What they are about.</param>
/// <param name="Names">Their names in the code, in order.</param>
internal sealed record ConstantTopic(string Title, params string[] Names);
