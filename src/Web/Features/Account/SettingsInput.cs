using System.ComponentModel.DataAnnotations;
using KneeLoad.Analysis.Evidence;
using KneeLoad.Web.Words;
using NodaTime;

namespace KneeLoad.Web.Features.Account;

/// <summary>The settings as the form sends them.</summary>
public sealed record SettingsInput : AboutYouInput
{
    private const int LastHour = 23;

    /// <summary>Settings to be filled in by a form.</summary>
    public SettingsInput()
    {
    }

    /// <summary>Settings around what was told.</summary>
    public SettingsInput(AboutYouInput told)
        : base(told)
    {
    }

    /// <summary>Units of pages and mails.</summary>
    public UnitSystem Units { get; init; }

    /// <summary>The day that weeks begin on.</summary>
    public IsoDayOfWeek WeekStart { get; init; } = IsoDayOfWeek.Monday;

    /// <summary>IANA name of the zone.</summary>
    [StringLength(64)]
    public string? TimeZone { get; init; }

    /// <summary>Whether the weekly mail is wanted.</summary>
    public bool WeeklyMail { get; init; }

    /// <summary>Its day.</summary>
    public IsoDayOfWeek MailDay { get; init; } = IsoDayOfWeek.Monday;

    /// <summary>Its hour.</summary>
    public int MailHour { get; init; }

    /// <summary>Foot strike as told.</summary>
    public FootStrikeAnswer FootStrike { get; init; }

    /// <summary>Day of the video.</summary>
    public DateOnly? FootStrikeOn { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var fault in base.Validate(validationContext))
        {
            yield return fault;
        }

        var say = validationContext.GetRequiredService<Language>();
        if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(TimeZone ?? "") is null)
        {
            yield return new(say[string.IsNullOrWhiteSpace(TimeZone) ? "Account.Fault.ZoneMissing" : "Account.Fault.Zone"], [nameof(TimeZone)]);
        }

        if (WeekStart is not (>= IsoDayOfWeek.Monday and <= IsoDayOfWeek.Sunday) || MailDay is not (>= IsoDayOfWeek.Monday and <= IsoDayOfWeek.Sunday))
        {
            yield return new(say["Account.Fault.DayOfWeek"], [nameof(WeekStart)]);
        }

        if (MailHour is < 0 or > LastHour)
        {
            yield return new(say["Account.Fault.Hour", ("least", say.Format.Number(0, 0)), ("most", say.Format.Number(LastHour, 0))], [nameof(MailHour)]);
        }

        if (FootStrike is not FootStrikeAnswer.NotTold && FootStrikeOn is null)
        {
            yield return new(say["Account.Fault.Video", ("months", say.Format.Number(Choices.ToldFootStrikeMonths.Value, 0))], [nameof(FootStrikeOn)]);
        }
    }
}

/// <summary>The runner's own word on the foot strike.</summary>
public enum FootStrikeAnswer
{
    /// <summary>Nothing.</summary>
    NotTold,

    /// <summary>Heel first.</summary>
    Heel,

    /// <summary>Middle or front of the foot first.</summary>
    MidOrFore,
}
