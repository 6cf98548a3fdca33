using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using NodaTime;

namespace KneeLoad.Web.Data.Configurations;

/// <summary>An instant as the database's own time in UTC.</summary>
public sealed class InstantConverter() : ValueConverter<Instant, DateTime>(
    instant => instant.ToDateTimeUtc(),
    stored => Instant.FromDateTimeUtc(DateTime.SpecifyKind(stored, DateTimeKind.Utc)));
