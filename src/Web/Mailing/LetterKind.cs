using KneeLoad.Web.Data.Entities;

namespace KneeLoad.Web.Mailing;

/// <summary>
/// One kind of letter to a runner. To add one: state its kind, write its texts into <c>Words/Texts</c>, call
/// <see cref="MailingSetup.AddLetter"/>, and queue it by <see cref="LetterQueue"/> in the transaction that gives rise to it.
/// </summary>
/// <param name="Name">Its name as work: at most 32 small letters and dashes, such as password-changed.</param>
/// <param name="Texts">
/// Where the keys of its texts begin, with a dot at the end: <c>Subject</c>, <c>Before</c>, <c>After</c> and, with a link, <c>Do</c>, which is what
/// the link says. Before and After are paragraphs with an empty line in between. They may name <c>{host}</c>, with a token the <c>{days}</c>,
/// <c>{hours}</c> and <c>{minutes}</c> that it works, and the values that the letter was queued with.
/// </param>
public sealed record LetterKind(string Name, string Texts)
{
    /// <summary>The one link; null for none.</summary>
    public LetterLink? Link { get; init; }

    /// <summary>Whether the runner, as of sending, is still to get it. One that is not wanted any more is dropped.</summary>
    public Func<Runner, bool> IsWanted { get; init; } = _ => true;
}
