using System.ComponentModel.DataAnnotations;
using KneeLoad.Web.Shared;
using KneeLoad.Web.Words;
using NodaTime;

namespace KneeLoad.Web.Features.Account;

/// <summary>The settings as the form sends them.</summary>
public sealed record SettingsInput : ToldInput
{
    /// <summary>Settings to be filled in by a form.</summary>
    public SettingsInput()
    {
    }

    /// <summary>Settings around what was told.</summary>
    public SettingsInput(ToldInput told)
        : base(told)
    {
    }

    /// <summary>Units of pages and mails.</summary>
    public UnitSystem Units { get; init; }

    /// <summary>The day that weeks begin on.</summary>
    [EnumDataType(typeof(IsoDayOfWeek))]
    public IsoDayOfWeek WeekStart { get; init; } = IsoDayOfWeek.Monday;

    /// <summary>IANA name of the zone.</summary>
    [Required(ErrorMessage = "Enter a time zone.")]
    [StringLength(64)]
    public string TimeZone { get; init; } = "";

    /// <summary>Whether the weekly mail is wanted.</summary>
    public bool WeeklyMail { get; init; }

    /// <summary>Its day.</summary>
    [EnumDataType(typeof(IsoDayOfWeek))]
    public IsoDayOfWeek MailDay { get; init; } = IsoDayOfWeek.Monday;

    /// <summary>Its hour.</summary>
    [Range(0, 23, ErrorMessage = "The hour of the mail is 0 to 23.")]
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

        if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(TimeZone) is null)
        {
            yield return new("This time zone is not known. Pick one from the list, such as Europe/Berlin.", [nameof(TimeZone)]);
        }

        if (WeekStart is IsoDayOfWeek.None || MailDay is IsoDayOfWeek.None)
        {
            yield return new("Pick a day of the week.", [nameof(WeekStart)]);
        }

        if (FootStrike is not FootStrikeAnswer.NotTold && FootStrikeOn is null)
        {
            yield return new("Enter the day of the video too: what it showed holds for 12 months.", [nameof(FootStrikeOn)]);
        }
    }
}
