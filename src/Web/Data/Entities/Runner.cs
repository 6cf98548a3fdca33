using System.Linq.Expressions;
using KneeLoad.Web.Identity;
using KneeLoad.Web.Words;
using Microsoft.AspNetCore.Identity;
using NodaTime;

namespace KneeLoad.Web.Data.Entities;

/// <summary>A person who runs: the account, the settings, and what they told about themselves.</summary>
public sealed class Runner : IdentityUser<Guid>
{
    /// <summary>IANA name of the zone that the runner lives in.</summary>
    public string TimeZone { get; set; } = "UTC";

    /// <summary>Units that pages and mails speak in.</summary>
    public UnitSystem Units { get; set; } = UnitSystem.Metric;

    /// <summary>The day that the runner's weeks begin on.</summary>
    public IsoDayOfWeek WeekStart { get; set; } = IsoDayOfWeek.Monday;

    /// <summary>Whether the weekly mail is wanted.</summary>
    public bool WeeklyMail { get; set; } = true;

    /// <summary>Day of the weekly mail, in the runner's zone.</summary>
    public IsoDayOfWeek MailDay { get; set; } = IsoDayOfWeek.Monday;

    /// <summary>Hour of the weekly mail, in the runner's zone. [0..23]</summary>
    public int MailHour { get; set; } = 7;

    /// <summary>When the weekly mail looks at this runner next; null after a change of what that follows from.</summary>
    public Instant? MailDue { get; set; }

    /// <summary>Year of birth; null when not told.</summary>
    public int? BirthYear { get; set; }

    /// <summary>Day of the last knee injury; null when not told.</summary>
    public LocalDate? KneeInjury { get; set; }

    /// <summary>Day of the last running injury elsewhere than at a knee; null when not told.</summary>
    public LocalDate? OtherInjury { get; set; }

    /// <summary>Longest run of the month before the first file; null when not told. [m]</summary>
    public double? LongestBeforeMetres { get; set; }

    /// <summary>True when a video showed a heel strike, false for mid or fore; null when not told.</summary>
    public bool? ToldHeelStrike { get; set; }

    /// <summary>Day of that video.</summary>
    public LocalDate? ToldFootStrikeOn { get; set; }

    /// <summary>Whether the runner pauses.</summary>
    public bool Paused { get; set; }

    /// <summary>When the runner agreed that health data is stored; null when not, or withdrawn. The proof is in <see cref="Consents"/>.</summary>
    public Instant? StoringConsent { get; set; }

    /// <summary>When the runner agreed that health data is scored; null when not, or withdrawn. The proof is in <see cref="Consents"/>.</summary>
    public Instant? ScoringConsent { get; set; }

    /// <summary>All that the runner said on the uses of health data.</summary>
    public List<Consent> Consents { get; } = [];

    /// <summary>The uses of health data that the runner agrees to.</summary>
    public Processing Processing => new(StoringConsent is not null, StoringConsent is not null && ScoringConsent is not null);

    /// <summary>
    /// The account is deleted at this moment unless its address is confirmed before, and nobody signs in to it until then; null for all others.
    /// </summary>
    public Instant? ConfirmBy { get; set; }

    /// <summary>True for the one account that looks after this installation.</summary>
    public bool IsOwner { get; set; }

    /// <summary>When the account was made.</summary>
    public Instant Created { get; set; }

    /// <summary>The zone that the runner lives in; UTC where its name is no longer known.</summary>
    public DateTimeZone Zone => DateTimeZoneProviders.Tzdb.GetZoneOrNull(TimeZone) ?? DateTimeZone.Utc;

    /// <summary>The runners whose knees are scored, as a query.</summary>
    public static Expression<Func<Runner, bool>> AreScored { get; } = runner => runner.StoringConsent != null && runner.ScoringConsent != null;

    /// <summary>Gives consents as the account is made.</summary>
    /// <param name="storing">Whether health data is stored.</param>
    /// <param name="scoring">Whether it is scored.</param>
    /// <param name="moment">When this was said.</param>
    public void Agree(bool storing, bool scoring, Instant moment)
    {
        StoringConsent = storing ? moment : null;
        ScoringConsent = scoring ? moment : null;
        Consents.AddRange(new[] { (ConsentPurpose.Storing, storing), (ConsentPurpose.Scoring, scoring) }
            .Where(said => said.Item2)
            .Select(said => new Consent { RunnerId = Id, Purpose = said.Item1, Moment = moment, Given = true, TextVersion = Consent.CurrentText }));
    }

    /// <summary>The runner's local day at a moment.</summary>
    public LocalDate DayAt(Instant moment) => moment.InZone(Zone).Date;
}
