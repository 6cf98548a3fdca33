namespace KneeLoad.Ingest.Activities;

/// <summary>The scaling of a stored number to a value in a column's unit: raw x factor / divisor - offset.</summary>
/// <remarks>
/// A division, as the FIT protocol states it, since 1/1000 is no exact double while 1000 is: 12345 / 1000.0 is the
/// double nearest to 12.345. The factor serves semicircles, where 180 / 2^31 keeps both steps exact.
/// </remarks>
/// <param name="Divisor">The scale of the FIT profile; not zero.</param>
/// <param name="Offset">The offset of the FIT profile. [the column's unit]</param>
/// <param name="Factor">What the raw number is multiplied by before it is divided.</param>
internal readonly record struct Scaling(double Divisor, double Offset = 0, double Factor = 1)
{
    /// <summary>The raw number is the value.</summary>
    public static Scaling None => new(1);

    /// <summary>Semicircles, 2^31 to a half turn, in degrees.</summary>
    public static Scaling Semicircles => new(2147483648.0, Factor: 180);

    /// <summary>The value of a raw number.</summary>
    public double Apply(double raw) => (raw * Factor / Divisor) - Offset;

    /// <summary>The raw number of a value.</summary>
    public double Undo(double value) => (value + Offset) * Divisor / Factor;
}
