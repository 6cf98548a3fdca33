using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using KneeLoad.Ingest.Xml;

namespace KneeLoad.Ingest.Tests.Xml;

public sealed class XmlNumbersTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("-0.5", -0.5)]
    [InlineData("12.", 12)]
    [InlineData(".5", 0.5)]
    [InlineData("31.417105207219719886", 31.417105207219719886)]
    [InlineData("9007199254740993", 9007199254740992)]
    [InlineData("9007199254740995", 9007199254740996)]
    [InlineData("0.00000000000000000000000000001", 1e-29)]
    [InlineData("123456789012345678901234567890", 123456789012345678901234567890.0)]
    [InlineData("1e3", 1000)]
    [InlineData("12,5", 12.5)]
    [InlineData("-47,0001", -47.0001)]
    [InlineData("٤٧٫٥", 47.5)]
    [InlineData("+7", 7)]
    public void Numbers_are_read(string text, double expected)
    {
        Assert.True(XmlNumbers.TryRead(Encoding.UTF8.GetBytes(text), out var number));
        Assert.Equal(expected, number);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData(".")]
    [InlineData("-.")]
    [InlineData("1.2.3")]
    [InlineData("1,250,000")]
    [InlineData("1,250.5")]
    [InlineData("NaN")]
    [InlineData("INF")]
    [InlineData("Infinity")]
    [InlineData("1e400")]
    [InlineData("0x10")]
    public void UP_13_What_is_no_finite_number_is_refused(string text) =>
        Assert.False(XmlNumbers.TryRead(Encoding.UTF8.GetBytes(text), out _));

    [Fact]
    public void Every_decimal_becomes_the_double_that_the_framework_finds()
    {
        var decimals = Gen.Choose(0, 9).ArrayOf().Where(digits => digits.Length is > 0 and < 40)
            .SelectMany(digits => Gen.Choose(0, digits.Length), (digits, point) => string.Concat(digits[..point]) + "." + string.Concat(digits[point..]));

        Prop.ForAll(
                decimals.ToArbitrary(),
                text => XmlNumbers.TryRead(Encoding.UTF8.GetBytes(text), out var number)
                    && number.Equals(double.Parse(text, CultureInfo.InvariantCulture)))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(20_000).WithStartSize(1).WithEndSize(40).WithReplay(20261122, 1));
    }
}
