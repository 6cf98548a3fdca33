using System.Globalization;

namespace KneeLoad.Ingest.Xml;

/// <summary>Decimal numbers as XML writes them, and as phones do that write it in their own language: a decimal comma, digits of another script.</summary>
internal static class XmlNumbers
{
    // Up to here a double holds every whole number, and below that every power of ten, exactly.
    private const int ExactDigits = 15;
    private const int ExactPower = 22;

    // What fits into 64 bits.
    private const int MostDigits = 19;

    private static readonly double[] PowersOfTen =
        [1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22];

    /// <summary>Reads a finite number.</summary>
    /// <param name="text">The number, without white space around it.</param>
    /// <param name="number">The double nearest to it.</param>
    /// <returns>False where the text is no number, or none that is finite.</returns>
    public static bool TryRead(ReadOnlySpan<byte> text, out double number)
    {
        // PERF: six numbers make a point, and some exporters write twenty digits, for which the framework takes ten times as long.
        var isNegative = text is [(byte)'-', ..];
        var (digits, count, decimals, isPastPoint, isCut) = (0UL, 0, 0, false, false);
        foreach (var character in isNegative ? text[1..] : text)
        {
            if (character == '.' && !isPastPoint)
            {
                isPastPoint = true;
            }
            else if (character is < (byte)'0' or > (byte)'9' || (count == MostDigits && !isPastPoint))
            {
                return TryReadAny(text, out number);
            }
            else if (count == MostDigits)
            {
                isCut = true;
            }
            else
            {
                digits = (digits * 10) + (uint)(character - '0');
                count += digits == 0 ? 0 : 1;
                decimals += isPastPoint ? 1 : 0;
            }
        }

        if (text.Length <= (isNegative ? 1 : 0) + (isPastPoint ? 1 : 0) || decimals > ExactPower || !TryDivide(digits, count, decimals, isCut, out number))
        {
            return TryReadAny(text, out number);
        }

        number = isNegative ? -number : number;
        return true;
    }

    /// <summary>Divides by a power of ten with the rounding of one exact operation, where that can be shown.</summary>
    private static bool TryDivide(ulong digits, int count, int decimals, bool isCut, out double quotient)
    {
        const ulong low = (1UL << 11) - 1;
        const double doubt = 1.0 / (1L << 50);
        var divisor = PowersOfTen[decimals];
        if (count <= ExactDigits)
        {
            quotient = digits / divisor;
            return true;
        }

        // In two parts that a double holds exactly. What the first division leaves over is exact as well; the second has an error of a few parts in 2^53,
        // and the digits cut off are worth less than one. Where both ends of that doubt round alike, so does the truth.
        double high = digits & ~low;
        var first = high / divisor;
        var left = Math.FusedMultiplyAdd(-first, divisor, high) + (digits & low);
        var (least, most) = (left / divisor, (left + (isCut ? 1 : 0)) / divisor);
        quotient = first + (least - (Math.Abs(least) * doubt));
        return quotient == first + (most + (Math.Abs(most) * doubt));
    }

    /// <summary>Reads what is written in other digits, or with a comma where a language has one for the point.</summary>
    private static bool TryReadAny(ReadOnlySpan<byte> text, out double number)
    {
        if (XmlDigits.AreNeeded(text))
        {
            text = XmlDigits.ToAscii(text);
        }

        if (text.Count((byte)',') == 1 && !text.Contains((byte)'.'))
        {
            var pointed = text.ToArray();
            pointed[text.IndexOf((byte)',')] = (byte)'.';
            text = pointed;
        }

        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number) && double.IsFinite(number);
    }
}
