using KneeLoad.Web.Data.Entities;
using NodaTime;

namespace KneeLoad.Web.Mailing;

/// <summary>The one link of a letter.</summary>
/// <param name="Page">Path of its page: account/signin.</param>
public record LetterLink(string Page);

/// <summary>A link to a page that a token opens, which follows the path.</summary>
/// <param name="Page">Path of its page: mail/confirm.</param>
/// <param name="Life">How long the token works.</param>
public abstract record TokenLink(string Page, Duration Life) : LetterLink(Page)
{
    /// <summary>Keeps the row of a new token, in the transaction of the caller, who saves it.</summary>
    public abstract Task KeepAsync(IServiceProvider services, Letter letter, string token, CancellationToken cancellationToken);

    /// <summary>Asks whether a token of an earlier attempt still opens the page.</summary>
    public abstract Task<bool> OpensAsync(IServiceProvider services, string token, CancellationToken cancellationToken);

    /// <summary>Asks whether a link that does the same for the same runner is open, and would be ended by a new one.</summary>
    public virtual Task<bool> WouldEndAsync(IServiceProvider services, Letter letter, CancellationToken cancellationToken) => Task.FromResult(false);
}

/// <summary>A link whose token is one of <see cref="MailTokens"/>.</summary>
/// <param name="Purpose">The one thing that the token does.</param>
/// <param name="Page">Path of its page.</param>
public sealed record MailTokenLink(MailTokenPurpose Purpose, string Page) : TokenLink(Page, MailTokens.Life(Purpose))
{
    /// <inheritdoc/>
    public override Task KeepAsync(IServiceProvider services, Letter letter, string token, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(letter);
        return services.GetRequiredService<MailTokens>().KeepAsync(token, letter.RunnerId, Purpose, day: null, cancellationToken);
    }

    /// <inheritdoc/>
    public override async Task<bool> OpensAsync(IServiceProvider services, string token, CancellationToken cancellationToken) =>
        await services.GetRequiredService<MailTokens>().FindAsync(token, Purpose, cancellationToken) is not null;
}
