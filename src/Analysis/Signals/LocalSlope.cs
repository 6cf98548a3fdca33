namespace KneeLoad.Analysis.Signals;

/// <summary>Slope of a straight line fitted by least squares to the samples in a window that slides along an axis.</summary>
internal static class LocalSlope
{
    /// <summary>Slope at each sample; NaN where the window holds too little. [unit of y per unit of x]</summary>
    /// <param name="x">The axis, never falling.</param>
    /// <param name="y">The values, NaN where not measured.</param>
    /// <param name="window">Width of the window. At the ends it stays whole and slides inside. [unit of x]</param>
    /// <param name="leastWidth">Width that the samples in it must span. [unit of x]</param>
    /// <param name="slope">As long as <paramref name="x"/>.</param>
    public static void Fit(ReadOnlySpan<double> x, ReadOnlySpan<double> y, double window, double leastWidth, Span<double> slope)
    {
        if (x.IsEmpty)
        {
            return;
        }

        var moments = new Moments();
        int low = 0, high = 0;
        for (var i = 0; i < x.Length; i++)
        {
            var from = Math.Max(x[0], Math.Min(x[i] - (window / 2), x[^1] - window));
            var to = Math.Min(x[^1], Math.Max(x[i] + (window / 2), x[0] + window));
            while (high < x.Length && x[high] <= to)
            {
                moments.Add(x[high], y[high], 1);
                high++;
            }

            while (x[low] < from)
            {
                moments.Add(x[low], y[low], -1);
                low++;
            }

            slope[i] = Width(x, y, low, high) >= leastWidth ? moments.Slope : double.NaN;
        }
    }

    private static double Width(ReadOnlySpan<double> x, ReadOnlySpan<double> y, int low, int high)
    {
        while (low < high && double.IsNaN(y[low]))
        {
            low++;
        }

        while (high > low && double.IsNaN(y[high - 1]))
        {
            high--;
        }

        return high > low ? x[high - 1] - x[low] : 0;
    }

    /// <summary>Running sums about the first sample seen, so that differences of large numbers keep their digits.</summary>
    private struct Moments
    {
        private double originX = double.NaN, originY;
        private double n, sumX, sumY, sumXX, sumXY;

        public Moments()
        {
        }

        public readonly double Slope
        {
            get
            {
                var spread = (n * sumXX) - (sumX * sumX);
                return spread > 0 ? ((n * sumXY) - (sumX * sumY)) / spread : double.NaN;
            }
        }

        public void Add(double x, double y, int sign)
        {
            if (double.IsNaN(y))
            {
                return;
            }

            if (double.IsNaN(originX))
            {
                (originX, originY) = (x, y);
            }

            x -= originX;
            y -= originY;
            n += sign;
            sumX += sign * x;
            sumY += sign * y;
            sumXX += sign * x * x;
            sumXY += sign * x * y;
        }
    }
}
