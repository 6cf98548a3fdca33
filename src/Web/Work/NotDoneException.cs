namespace KneeLoad.Web.Work;

/// <summary>Says that work was not done though nothing is wrong with it here: somebody else did not take it. The owner reads the reason.</summary>
/// <param name="reason">Why, without addresses.</param>
/// <param name="isFinal">True when trying again is of no use.</param>
public sealed class NotDoneException(string reason, bool isFinal) : Exception(reason)
{
    /// <summary>True when trying again is of no use.</summary>
    public bool IsFinal => isFinal;
}
