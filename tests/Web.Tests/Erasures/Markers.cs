using System.Text;
using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Pipeline.Upkeep;
using KneeLoad.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace KneeLoad.Web.Tests.Erasures;

/// <summary>Words that stand nowhere else, planted in everything that a person can write, and looked for in every byte of a data folder.</summary>
internal static class Markers
{
    public const string Address = "marker-address";
    public const string FileName = "MarkerInFileName";
    public const string Member = "MarkerInMember";
    public const string Track = "MarkerInTrack";
    public const string Mail = "MarkerInMail";
    public const string Audit = "MarkerInAudit";

    public static IReadOnlyList<string> All { get; } = [Address, FileName, Member, Track, Mail, Audit];

    /// <summary>A GPX of half an hour whose track bears a marker.</summary>
    public static byte[] Gpx(string day) => Encoding.UTF8.GetBytes($"""
        <gpx version="1.1" creator="t" xmlns="http://www.topografix.com/GPX/1/1"><trk><name>{Track}</name><type>running</type><trkseg>
        {string.Concat(Enumerable.Range(0, 180).Select(i => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"<trkpt lat=\"{48 + (i * 0.0003):0.0000000}\" lon=\"11.5\"><time>{day}T10:{i / 6:00}:{i % 6 * 10:00}Z</time></trkpt>")))}
        </trkseg></trk></gpx>
        """);

    /// <summary>A runner with markers in files, mails, notes and the address.</summary>
    public static async Task<RunnerClient> RunnerAsync(WebHost host, bool isOwner = false)
    {
        var runner = await host.RunnerAsync(Address, isOwner: isOwner);
        await host.AskAsync(db => db.Users
            .Where(row => row.Id == runner.RunnerId)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.ScoringConsent, (Instant?)Instant.FromUtc(2026, 1, 1, 0, 0))));
        await runner.UploadAndFinishAsync(
            ($"{FileName}.gpx", Gpx("2026-05-01")),
            ($"{FileName}.zip", Zip.Of(($"{Member}/a.gpx", Gpx("2026-05-02")), ($"{Member}/broken.fit", [1, 2, 3]))),
            ($"{FileName}-rejected.txt", Encoding.UTF8.GetBytes(Track)));
        await host.UntilAsync(async db => !await db.Work.AnyAsync());
        await host.AskAsync(async db =>
        {
            db.DiaryNotes.Add(new() { Id = Guid.NewGuid(), RunnerId = runner.RunnerId, Day = new(2026, 5, 1), WorstPain = 5 });
            db.WeeklyMails.Add(new()
            {
                Id = Guid.NewGuid(),
                RunnerId = runner.RunnerId,
                IsoWeek = "2026-W18",
                MessageId = $"{Mail}@localhost",
                State = MailState.Sent,
                Subject = Mail,
                TextBody = Mail,
                HtmlBody = Mail,
                Assessment = "{}",
            });
            db.Audits.Add(new()
            {
                Id = Guid.NewGuid(),
                Faults = 1,
                Report = new AuditReport(default, default, 1, 1, 1, 1, 1, 0, [new(AuditFaultKind.Run, runner.RunnerId, null, Audit)]).Write(),
            });
            return await db.SaveChangesAsync();
        });
        Directory.CreateDirectory(Path.Combine(host.Folder, "mails"));
        await File.WriteAllTextAsync(Path.Combine(host.Folder, "mails", $"{Mail}.eml"), $"To: {Address}@example.org\r\nSubject: x\r\n\r\n{Mail}");
        await File.WriteAllTextAsync(
            Path.Combine(host.Folder, "mails", "notice.eml"), $"From: x\r\nTo: {Address}@example.org\r\n\r\nNo id of this one is known.");
        await runner.ReadAsync("/");
        return runner;
    }

    /// <summary>The files of a folder, by the markers and keys that stand in their name or in their bytes.</summary>
    public static IReadOnlyList<string> FoundIn(string folder, params IEnumerable<string> more) => Found(folder, All.Concat(more));

    /// <summary>The files of a folder, by words that stand in their name or in their bytes.</summary>
    public static IReadOnlyList<string> Found(string folder, IEnumerable<string> sought)
    {
        var words = sought.SelectMany(word => new[]
        {
            Encoding.UTF8.GetBytes(word), Encoding.Unicode.GetBytes(word), Encoding.UTF8.GetBytes(word.ToUpperInvariant())
        }).ToList();
        return [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(path => words.Any(word => Encoding.UTF8.GetBytes(path).AsSpan().IndexOf(word) >= 0 || Bytes(path).AsSpan().IndexOf(word) >= 0))
            .Select(path => Path.GetRelativePath(folder, path))];
    }

    // The service holds some of them open, one of them for itself alone.
    private static byte[] Bytes(string path)
    {
        if (new FileInfo(path).Length == 0)
        {
            return [];
        }

        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var bytes = new MemoryStream();
        file.CopyTo(bytes);
        return bytes.ToArray();
    }

    /// <summary>The tables of a database whose rows hold a marker or a key.</summary>
    public static async Task<IReadOnlyList<string>> TablesWithAsync(KneeLoadDbContext db, params IEnumerable<string> more)
    {
        var words = All.Concat(more).SelectMany(word => new[] { word, word.ToUpperInvariant() }).Distinct().ToList();
        var tables = await db.Database
            .SqlQuery<string>(
                $"SELECT quote_ident(table_schema) || '.' || quote_ident(table_name) AS \"Value\" FROM information_schema.tables WHERE table_schema NOT IN ('pg_catalog', 'information_schema') AND table_type = 'BASE TABLE'")
            .ToListAsync();
        var found = new List<string>();
        foreach (var table in tables)
        {
            foreach (var word in words)
            {
#pragma warning disable EF1002 // Names of tables and words of ours.
                var rows = await db.Database
                    .SqlQueryRaw<int>(
                        $"SELECT count(*)::int AS \"Value\" FROM {table} AS t WHERE position('{word}' IN t::text) > 0 OR position('{Convert.ToHexStringLower(Encoding.UTF8.GetBytes(word))}' IN t::text) > 0")
                    .SingleAsync();
#pragma warning restore EF1002
                if (rows > 0)
                {
                    found.Add($"{table}: {word}");
                }
            }
        }

        return found;
    }
}
