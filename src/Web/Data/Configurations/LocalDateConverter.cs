using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using NodaTime;

namespace KneeLoad.Web.Data.Configurations;

/// <summary>A local day as the database's own date.</summary>
public sealed class LocalDateConverter() : ValueConverter<LocalDate, DateOnly>(
    day => day.ToDateOnly(),
    stored => LocalDate.FromDateOnly(stored));
