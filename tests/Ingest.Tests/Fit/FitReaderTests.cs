using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Fit.Protocol;
using KneeLoad.Ingest.Fit;
using KneeLoad.Ingest.Remarks;
using KneeLoad.Testing;
using NodaTime;

namespace KneeLoad.Ingest.Tests.Fit;

public sealed class FitReaderTests
{
    private const int RecordCount = 10;

    [Theory]
    [InlineData(12)]
    [InlineData(14)]
    [InlineData(20)]
    public void UP_11_Header_of_any_size_from_12_on_is_read(int size)
    {
        var file = MadeRuns.Short(new FitFileBuilder { HeaderSize = size }).ToBytes();

        var result = FitReader.Read(file);

        Assert.Equal(ReadStatus.Read, result.Status);
        Assert.Empty(result.Warnings);
        Assert.Equal(RecordCount, Assert.Single(result.Activities).Records.Count);
    }

    [Fact]
    public void UP_11_Header_check_of_zero_counts_as_left_out()
    {
        var file = MadeRuns.Short(new FitFileBuilder { HeaderCheck = FitCheck.Zero }).ToBytes();

        var result = FitReader.Read(file);

        Assert.Equal(ReadStatus.Read, result.Status);
        Assert.Empty(result.Warnings);
    }

    [Fact]
    public void Wrong_header_check_is_said_and_the_file_read()
    {
        var file = MadeRuns.Short(new FitFileBuilder { HeaderCheck = FitCheck.Wrong }).ToBytes();

        var result = FitReader.Read(file);

        Assert.Equal(ReadStatus.Read, result.Status);
        Assert.Equal(RemarkKind.HeaderCheckWrong, Assert.Single(result.Warnings));
    }

    [Theory]
    [InlineData(FitCheck.Wrong, RemarkKind.FileCheckWrong)]
    [InlineData(FitCheck.Missing, RemarkKind.FileCheckCut)]
    public void UP_11_Wrong_or_missing_file_check_is_said_and_the_file_read(FitCheck check, RemarkKind said)
    {
        var file = MadeRuns.Short(new FitFileBuilder { FileCheck = check }).ToBytes();

        var result = FitReader.Read(file);

        Assert.Equal(ReadStatus.Read, result.Status);
        Assert.Equal(RecordCount, Assert.Single(result.Activities).Records.Count);
        Assert.Equal(said, Assert.Single(result.Warnings));
    }

    [Fact]
    public void Both_byte_orders_read_alike()
    {
        var little = FitReader.Read(MadeRuns.Short(new FitFileBuilder()).ToBytes());
        var big = FitReader.Read(MadeRuns.Short(new FitFileBuilder { BigEndian = true }).ToBytes());

        var (left, right) = (little.Activities[0], big.Activities[0]);
        Assert.Equal(left.Start, right.Start);
        Assert.Equal(left.TotalDistance, right.TotalDistance);
        Assert.All(Enum.GetValues<RecordField>(), field => Assert.Equal(left.Records[field]?.ToArray(), right.Records[field]?.ToArray()));
        Assert.Equal(left.Records.TimeUnixSeconds?.ToArray(), right.Records.TimeUnixSeconds?.ToArray());
    }

    [Theory]
    [InlineData(0u)]
    [InlineData(40u)]
    [InlineData(9_000u)]
    [InlineData(uint.MaxValue)]
    public void UP_08_Wrong_size_in_the_header_of_a_whole_file_is_said_and_the_file_read(uint stated)
    {
        var file = MadeRuns.Short(new FitFileBuilder { StatedDataSize = stated }).ToBytes();

        var result = FitReader.Read(file);

        Assert.Equal(ReadStatus.Read, result.Status);
        Assert.Equal(RecordCount, Assert.Single(result.Activities).Records.Count);
        Assert.Equal(RemarkKind.SizeWrong, Assert.Single(result.Warnings));
    }

    [Fact]
    public void UP_08_File_cut_at_any_byte_is_read_up_to_the_cut_and_says_so()
    {
        var file = MadeRuns.Short(new FitFileBuilder()).ToBytes();

        for (var length = 1; length < file.Length; length++)
        {
            var result = ActivityReader.Read(file.AsSpan(0, length));

            var visible = result.Reason is not null || result.Warnings.Count > 0;
            Assert.True(visible, $"cut after {length} bytes in silence");
            Assert.InRange(result.ByteOffset ?? 0, 0, length);
            Assert.InRange(result.Activities.Sum(activity => activity.Records.Count), 0, RecordCount);
        }
    }

    [Fact]
    public void Cut_within_a_record_keeps_the_records_before_and_names_the_byte()
    {
        var file = new FitFileBuilder { FileCheck = FitCheck.Missing }
            .Record(new FitRecord { Time = MadeRuns.Start, HeartRate = 120 })
            .Record(new FitRecord { Time = MadeRuns.Start, HeartRate = 121 })
            .ToBytes();

        var result = FitReader.Read(file.AsSpan(0, file.Length - 3));

        Assert.Equal(ReadStatus.Partial, result.Status);
        Assert.Equal(ReadFault.Truncated, result.Fault);
        Assert.Equal(file.Length - 6, result.ByteOffset);
        Assert.Equal(1, Assert.Single(result.Activities).Records.Count);
    }

    [Fact]
    public void UP_09_Message_of_a_type_never_defined_ends_the_reading_there()
    {
        var file = new FitFileBuilder()
            .Record(new FitRecord { Time = MadeRuns.Start, HeartRate = 120 })
            .Bytes(0x0F, 1, 2, 3)
            .Record(new FitRecord { Time = MadeRuns.Start, HeartRate = 121 })
            .ToBytes();

        var result = FitReader.Read(file);

        Assert.Equal(ReadStatus.Partial, result.Status);
        Assert.Equal(ReadFault.UndefinedLocalMessage, result.Fault);
        Assert.Equal(1, Assert.Single(result.Activities).Records.Count);
        Assert.Equal(0x0F, file[(int)result.ByteOffset!.Value]);
    }

    [Fact]
    public void UP_09_Local_type_defined_anew_holds_from_there_on()
    {
        var file = new FitFileBuilder()
            .Message(0, 20, FitField.UInt8(3, 120))
            .Message(0, 20, FitField.UInt16(7, 250), FitField.UInt8(3, 121))
            .Message(0, 21, FitField.UInt8(3, 99))
            .Message(0, 20, FitField.UInt8(3, 122))
            .ToBytes();

        var records = FitReader.Read(file).Activities[0].Records;

        Assert.Equal([120, 121, 122], records[RecordField.HeartRate]!.ToArray());
        Assert.Equal([double.NaN, 250, double.NaN], records[RecordField.Power]!.ToArray());
    }

    [Fact]
    public void Repeated_definitions_change_nothing()
    {
        var once = FitReader.Read(MadeRuns.Short(new FitFileBuilder()).ToBytes()).Activities[0];
        var again = FitReader.Read(MadeRuns.Short(new FitFileBuilder { RepeatDefinitions = true }).ToBytes()).Activities[0];

        Assert.Equal(once.Records[RecordField.Distance]!.ToArray(), again.Records[RecordField.Distance]!.ToArray());
    }

    [Fact]
    public void Compressed_timestamps_roll_over_every_32_seconds()
    {
        var start = Instant.FromUnixTimeSeconds(FitTime.EpochUnixSeconds + (32 * 1000) + 30);
        var file = new FitFileBuilder()
            .Message(0, 20, FitField.UInt32(253, FitFileBuilder.Seconds(start)), FitField.UInt8(3, 120))
            .CompressedMessage(1, 20, 31, FitField.UInt8(3, 121))
            .CompressedMessage(1, 20, 0, FitField.UInt8(3, 122))
            .CompressedMessage(1, 20, 0, FitField.UInt8(3, 123))
            .CompressedMessage(1, 20, 31, FitField.UInt8(3, 124))
            .CompressedMessage(1, 20, 30, FitField.UInt8(3, 125))
            .ToBytes();

        var records = FitReader.Read(file).Activities[0].Records;

        var seconds = records.TimeUnixSeconds!.ToArray().Select(time => time - start.ToUnixTimeSeconds());
        Assert.Equal([0, 1, 2, 2, 33, 64], seconds);
        Assert.Equal(6, records[RecordField.HeartRate]!.MeasuredCount);
    }

    [Fact]
    public void UP_11_Files_of_a_chain_follow_one_another()
    {
        var file = FitFileBuilder.Chain(MadeRuns.Short(new FitFileBuilder()), MadeRuns.Short(new FitFileBuilder { HeaderSize = 12, BigEndian = true }));

        var result = FitReader.Read(file);

        Assert.Equal(ReadStatus.Read, result.Status);
        Assert.Equal([RecordCount, RecordCount], result.Activities.Select(activity => activity.Records.Count));
    }

    [Fact]
    public void Next_file_of_a_chain_is_read_after_a_broken_one()
    {
        var broken = new FitFileBuilder().Bytes(0x0F, 1, 2, 3);
        var file = FitFileBuilder.Chain(broken, MadeRuns.Short(new FitFileBuilder()));

        var result = FitReader.Read(file);

        Assert.Equal(ReadStatus.Partial, result.Status);
        Assert.Equal(RecordCount, Assert.Single(result.Activities).Records.Count);
    }

    [Fact]
    public void Empty_file_of_a_chain_is_no_header_left_unfilled()
    {
        var file = FitFileBuilder.Chain(new FitFileBuilder(), MadeRuns.Short(new FitFileBuilder()));

        var result = FitReader.Read(file);

        Assert.Equal(ReadStatus.Read, result.Status);
        Assert.Empty(result.Warnings);
        Assert.Equal(RecordCount, Assert.Single(result.Activities).Records.Count);
    }

    [Fact]
    public void UP_11_Bytes_behind_the_file_are_said_and_left()
    {
        byte[] file = [.. MadeRuns.Short(new FitFileBuilder()).ToBytes(), 1, 2, 3];

        var result = FitReader.Read(file);

        Assert.Equal(ReadStatus.Read, result.Status);
        Assert.Equal(new Remark(RemarkKind.BytesBehindEnd, 3), Assert.Single(result.Warnings));
    }

    [Fact]
    public void Messages_and_fields_that_we_do_not_know_are_passed_over()
    {
        var file = new FitFileBuilder()
            .Message(9, 78, FitField.UInt16(0, 512, 500, 0xFFFF))
            .Message(10, 0xFF00, FitField.Text(0, "of a maker's own"), FitField.Raw(1, 0x1F, 1, 2, 3))
            .Message(0, 20, FitField.UInt8(3, 120), FitField.UInt32(200, 7), FitField.Raw(201, 0x1E, 9, 9), FitField.UInt8(4, 80))
            .ToBytes();

        var result = FitReader.Read(file);

        var records = Assert.Single(result.Activities).Records;
        Assert.Equal(ReadStatus.Read, result.Status);
        Assert.Equal(120, records[RecordField.HeartRate]![0]);
        Assert.Equal(80, records[RecordField.Cadence]![0]);
    }

    [Fact]
    public void File_without_session_or_record_holds_no_activity()
    {
        var result = FitReader.Read(new FitFileBuilder().FileId(MadeRuns.Start, type: 2).ToBytes());

        Assert.Equal(ReadStatus.LeftAside, result.Status);
        Assert.Equal(ReadFault.NoActivity, result.Fault);
    }

    [Fact]
    public void Course_is_marked_as_such()
    {
        var file = new FitFileBuilder().FileId(MadeRuns.Start, type: 6).Record(new FitRecord { Time = MadeRuns.Start, DistanceMetres = 3 }).ToBytes();

        var result = FitReader.Read(file);

        Assert.True(Assert.Single(result.Activities).IsCourse);
        Assert.Equal(RemarkKind.PlannedRoute, Assert.Single(result.Warnings));
    }
}
