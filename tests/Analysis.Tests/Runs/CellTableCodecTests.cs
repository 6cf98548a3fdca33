using FsCheck;
using FsCheck.Fluent;
using KneeLoad.Analysis.Loads;
using KneeLoad.Analysis.Runs;

namespace KneeLoad.Analysis.Tests.Runs;

/// <summary>Stored cells come back as they were, and damage is told from cells.</summary>
public sealed class CellTableCodecTests
{
    private static readonly CellTable Run = MadeActivity.Lasting(1800)
        .Speed(s => 2.4 + Math.Sin(s / 60)).Cadence(s => s % 11 == 0 ? 0 : 160 + (20 * Math.Sin(s / 50))).Gradient(-3).Analyse().Cells;

    [Fact]
    public void A_runs_cells_come_back_exactly() => Assert.Equal(Run, CellTableCodec.Decode(CellTableCodec.Encode(Run)));

    [Fact]
    public void An_empty_table_comes_back_empty() => Assert.Equal(CellTable.Empty, CellTableCodec.Decode(CellTableCodec.Encode(CellTable.Empty)));

    [Fact]
    public void A_cell_takes_few_bytes() => Assert.InRange(CellTableCodec.Encode(Run).Length, 1, 12 * Run.Cells.Length);

    [Fact]
    public void Another_version_is_not_read()
    {
        var bytes = CellTableCodec.Encode(Run);
        bytes[0]++;

        Assert.Null(CellTableCodec.Decode(bytes));
    }

    [Fact]
    public void A_cut_table_is_not_read()
    {
        var bytes = CellTableCodec.Encode(Run);

        Assert.All(Enumerable.Range(0, bytes.Length), length => Assert.Null(CellTableCodec.Decode(bytes.AsSpan(0, length))));
    }

    [Fact]
    public void No_bytes_make_it_throw() =>
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), bytes =>
        {
            var table = CellTableCodec.Decode([1, .. bytes ?? []]);
            return table is null || table.Cells.Length <= (bytes?.Length ?? 0);
        }).QuickCheckThrowOnFailure();
}
