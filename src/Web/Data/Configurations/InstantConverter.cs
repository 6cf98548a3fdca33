using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using NodaTime;

namespace KneeLoad.Web.Data.Configurations;

/// <summary>An instant as the database's own time in UTC.</summary>
public sealed class InstantConverter() : ValueConverter<Instant, DateTime>(
    instant => instant.ToDateTimeUtc(),
    stored => Instant.FromDateTimeUtc(DateTime.SpecifyKind(stored, DateTimeKind.Utc)));

/// <summary>A local day as the database's own date.</summary>
public sealed class LocalDateConverter() : ValueConverter<LocalDate, DateOnly>(
    day => day.ToDateOnly(),
    stored => LocalDate.FromDateOnly(stored));
