using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Data.Entities.Access;
using KneeLoad.Web.Identity.Access;
using NodaTime;

namespace KneeLoad.Web.Mailing.Accounts;

/// <summary>A link in a letter whose token is one of <see cref="AccountLinks"/>, about the address that the letter was queued for.</summary>
/// <param name="Purpose">The one thing that it does.</param>
/// <param name="Page">Path of its page.</param>
/// <param name="Life">How long it is good.</param>
internal sealed record AccountTokenLink(AccountLinkPurpose Purpose, string Page, Duration Life) : TokenLink(Page, Life)
{
    public override Task KeepAsync(IServiceProvider services, Letter letter, string token, CancellationToken cancellationToken) =>
        services.GetRequiredService<AccountLinks>().KeepAsync(token, Purpose, letter.RunnerId, Life, letter.To, cancellationToken);

    public override async Task<bool> OpensAsync(IServiceProvider services, string token, CancellationToken cancellationToken) =>
        await services.GetRequiredService<AccountLinks>().FindAsync(token, Purpose, cancellationToken) is not null;

    public override Task<bool> WouldEndAsync(IServiceProvider services, Letter letter, CancellationToken cancellationToken) =>
        services.GetRequiredService<AccountLinks>().WouldEndAsync(Purpose, letter.RunnerId, cancellationToken);
}
