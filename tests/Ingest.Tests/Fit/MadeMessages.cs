using KneeLoad.Ingest.Fit;
using KneeLoad.Ingest.Fit.Columns;
using KneeLoad.Ingest.Fit.Messages;
using KneeLoad.Ingest.Fit.Protocol;
using KneeLoad.Testing;

namespace KneeLoad.Ingest.Tests.Fit;

/// <summary>Walks the messages of made files without the reader around them.</summary>
internal static class MadeMessages
{
    private const int HeaderSize = 14;
    private const int CheckSize = 2;

    /// <summary>A walk from the first message on; nothing is defined yet.</summary>
    public static MessageCursor Walk(FitFileBuilder builder)
    {
        var file = builder.ToBytes();
        return new(file, HeaderSize, file.Length - CheckSize, new LocalTypes());
    }

    /// <summary>The last message of a file.</summary>
    public static FitMessage Last(FitFileBuilder builder)
    {
        var cursor = Walk(builder);
        var message = default(FitMessage);
        while (cursor.MoveNext())
        {
            message = cursor.Message;
        }

        return message;
    }

    /// <summary>A message of the given fields.</summary>
    public static FitMessage Of(ushort global, params FitField[] fields) => Last(new FitFileBuilder().Message(0, global, fields));

    /// <summary>The content of a file before it is put together; columns have room enough.</summary>
    public static FitContent Content(FitFileBuilder builder)
    {
        var counts = default(FitCounts);
        var counting = Walk(builder);
        while (counting.MoveNext())
        {
            counts.Add(counting);
        }

        var developerFields = new DeveloperFields();
        var content = new FitContent(counts, new RecordTable(counts.Records, 1 << 20, developerFields)) { DeveloperFields = developerFields };
        var cursor = Walk(builder);
        while (cursor.MoveNext())
        {
            content.Take(cursor);
        }

        return content;
    }
}
