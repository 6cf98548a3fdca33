using KneeLoad.Web.Consents;
using KneeLoad.Web.Corrections;
using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Data.Reading;
using KneeLoad.Web.Email;
using KneeLoad.Web.Identity;
using KneeLoad.Web.Storage;
using KneeLoad.Web.Words;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace KneeLoad.Web.Features.Account;

/// <summary>Reads and writes the settings of the signed-in runner.</summary>
public sealed class RunnerSettings(
    KneeLoadDbContext db, CurrentRunner current, WeekStartChange weekStarts, ConsentBook consents, MailSettings mail, Quota quota, Language language)
{
    /// <summary>The settings as the form shows them.</summary>
    public async Task<(SettingsInput Input, SettingsView View)> ReadAsync(CancellationToken cancellationToken)
    {
        var runner = await RunnerAsync(cancellationToken);
        var input = new SettingsInput(runner.Processing.Stores ? AboutYouInput.Of(runner) : new() { LongestIn = runner.Units })
        {
            Units = runner.Units,
            WeekStart = runner.WeekStart,
            TimeZone = runner.TimeZone,
            WeeklyMail = runner.WeeklyMail,
            MailDay = runner.MailDay,
            MailHour = runner.MailHour,
            FootStrike = runner.ToldHeelStrike switch
            {
                null => FootStrikeAnswer.NotTold,
                true => FootStrikeAnswer.Heel,
                false => FootStrikeAnswer.MidOrFore,
            },
            FootStrikeOn = runner.ToldFootStrikeOn?.ToDateOnly(),
        };
        return (input, new(
            runner.Email ?? "",
            mail.AsksForConfirmation && !runner.EmailConfirmed,
            runner.Paused,
            runner.StoringConsent,
            runner.ScoringConsent,
            runner.Format(language),
            await quota.UsedAsync(current.Id, cancellationToken),
            quota.Most));
    }

    /// <summary>Saves valid input.</summary>
    public async Task SaveAsync(SettingsInput input, CancellationToken cancellationToken)
    {
        var runner = await RunnerAsync(cancellationToken);
        runner.Units = input.Units;
        runner.TimeZone = input.TimeZone ?? runner.TimeZone;
        runner.WeeklyMail = input.WeeklyMail;
        runner.MailDay = input.MailDay;
        runner.MailHour = input.MailHour;
        if (runner.Processing.Stores)
        {
            input.WriteTo(runner);
            runner.ToldHeelStrike = input.FootStrike is FootStrikeAnswer.NotTold ? null : input.FootStrike is FootStrikeAnswer.Heel;
            runner.ToldFootStrikeOn = input.FootStrikeOn is { } day && runner.ToldHeelStrike is not null ? LocalDate.FromDateOnly(day) : null;
        }

        await db.SaveChangesAsync(cancellationToken);
        await weekStarts.RunAsync(current.Id, input.WeekStart, cancellationToken);
    }

    /// <summary>Reads the answers that the runner has told so far.</summary>
    public async Task<AboutYouInput> ReadToldAsync(CancellationToken cancellationToken) => AboutYouInput.Of(await RunnerAsync(cancellationToken));

    /// <summary>Saves valid answers of a first visit. Pages and mails then speak in the units of the distance.</summary>
    public async Task SaveToldAsync(AboutYouInput input, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(input);
        var runner = await RunnerAsync(cancellationToken);
        input.WriteTo(runner);
        runner.Units = input.LongestIn;
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Begins or ends a pause. It is told of the body: without consent nothing is stored.</summary>
    public async Task PauseAsync(bool paused, CancellationToken cancellationToken)
    {
        var runner = await RunnerAsync(cancellationToken);
        runner.Paused = paused && runner.Processing.Stores;
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Gives or withdraws consents; null leaves one as it is.</summary>
    public Task ConsentAsync(bool? storing, bool? scoring, CancellationToken cancellationToken) =>
        consents.SayAsync(current.Id, storing, scoring, cancellationToken);

    private Task<Runner> RunnerAsync(CancellationToken cancellationToken) =>
        db.Users.SingleAsync(row => row.Id == current.Id, cancellationToken);
}

/// <summary>The facts that the settings page shows beside the form.</summary>
/// <param name="Mail">The account's address.</param>
/// <param name="IsUnconfirmed">Whether mail waits until the address is confirmed.</param>
/// <param name="Paused">Whether the runner pauses.</param>
/// <param name="Storing">When the runner agreed that health data is stored; null when not.</param>
/// <param name="Scoring">When the runner agreed that it is scored; null when not.</param>
/// <param name="Format">How this runner reads times.</param>
/// <param name="Stored">What the runner stores. [bytes]</param>
/// <param name="MostStored">The most that a runner may store. [bytes]</param>
public sealed record SettingsView(
    string Mail, bool IsUnconfirmed, bool Paused, Instant? Storing, Instant? Scoring, RunnerFormat Format, long Stored, long MostStored);
