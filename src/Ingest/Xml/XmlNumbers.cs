using System.Globalization;

namespace KneeLoad.Ingest.Xml;

/// <summary>Decimal numbers as XML writes them.</summary>
internal static class XmlNumbers
{
    // Up to here a double holds every whole number, and every power of ten, exactly.
    private const int MostDigits = 15;

    private static readonly double[] PowersOfTen = [1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];

    /// <summary>Reads a finite number.</summary>
    /// <param name="text">The number, white space around it allowed.</param>
    /// <param name="number">The double nearest to it.</param>
    /// <returns>False where the text is no number, or none that is finite.</returns>
    public static bool TryRead(ReadOnlySpan<byte> text, out double number)
    {
        // PERF: a whole number of up to 15 digits over a power of ten is rounded correctly by one division; six such numbers make a point.
        var isNegative = text is [(byte)'-', ..];
        long digits = 0;
        var count = 0;
        var point = -1;
        foreach (var character in isNegative ? text[1..] : text)
        {
            if (character is >= (byte)'0' and <= (byte)'9' && count < MostDigits)
            {
                digits = (digits * 10) + (character - '0');
                count++;
            }
            else if (character == '.' && point < 0)
            {
                point = count;
            }
            else
            {
                return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number) && double.IsFinite(number);
            }
        }

        number = point < 0 ? digits : digits / PowersOfTen[count - point];
        number = isNegative ? -number : number;
        return count > 0;
    }
}
