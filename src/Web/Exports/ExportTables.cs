using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Data.Entities.Access;
using KneeLoad.Web.Data.Reading;
using KneeLoad.Web.Words.Notes;
using KneeLoad.Web.Words;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace KneeLoad.Web.Exports;

/// <summary>Every table of an export. A test holds them against the database: what is kept of a runner is here, or the test says why not.</summary>
internal static class ExportTables
{
    /// <summary>The table of the uploads, which says where each original lies.</summary>
    public const string Uploads = "uploads";

    /// <summary>The table of the activities.</summary>
    public const string Runs = "runs";

    /// <summary>Writes the sentences that the database holds as kinds and values: the same for every reader.</summary>
    private static readonly RunnerFormat Plain = new(Language.English, UnitSystem.Metric, DateTimeZone.Utc);

    /// <summary>The tables in the order in which they are written.</summary>
    public static IReadOnlyList<ExportTable> All { get; } =
    [
        ExportTable.Of(
            "account", typeof(Runner), _ => true, (db, id) => db.Users.AsNoTracking().Where(row => row.Id == id).OrderBy(row => row.Id),
            ("id", row => row.Id),
            ("email", row => row.Email),
            ("emailConfirmed", row => row.EmailConfirmed),
            ("isOwner", row => row.IsOwner),
            ("created", row => row.Created),
            ("timeZone", row => row.TimeZone), ("units", row => row.Units), ("weekStart", row => row.WeekStart),
            ("weeklyMail", row => row.WeeklyMail),
            ("mailDay", row => row.MailDay),
            ("mailHour", row => row.MailHour),
            ("mailDue", row => row.MailDue),
            ("confirmBy", row => row.ConfirmBy),
            ("storingConsent", row => row.StoringConsent), ("scoringConsent", row => row.ScoringConsent),
            ("accessFailedCount", row => row.AccessFailedCount),
            ("lockoutEnd", row => row.LockoutEnd is { } end ? NodaTime.Instant.FromDateTimeOffset(end) : null)),
        ExportTable.Of(
            "told", typeof(Runner), agreed => agreed.Stores, (db, id) => db.Users.AsNoTracking().Where(row => row.Id == id).OrderBy(row => row.Id),
            ("birthYear", row => row.BirthYear),
            ("kneeInjury", row => row.KneeInjury),
            ("otherInjury", row => row.OtherInjury),
            ("longestBeforeMetres", row => row.LongestBeforeMetres),
            ("toldHeelStrike", row => row.ToldHeelStrike), ("toldFootStrikeOn", row => row.ToldFootStrikeOn), ("paused", row => row.Paused)),
        ExportTable.Of(
            "consents",
            typeof(Consent),
            _ => true,
            (db, id) => db.Consents.AsNoTracking().Where(row => row.RunnerId == id).OrderBy(row => row.Moment).ThenBy(row => row.Purpose),
            ("purpose", row => row.Purpose), ("given", row => row.Given), ("moment", row => row.Moment), ("textVersion", row => row.TextVersion)),
        ExportTable.Of(
            Uploads,
            typeof(Upload),
            _ => true,
            (db, id) => db.Uploads.AsNoTracking().Where(row => row.RunnerId == id).OrderBy(row => row.Received).ThenBy(row => row.Id),
            ("id", row => row.Id),
            ("batchId", row => row.BatchId),
            ("fileName", row => row.FileName),
            ("contentHash", row => row.ContentHash),
            ("bytes", row => row.Bytes),
            ("path", ExportNames.PathOf),
            ("received", row => row.Received),
            ("finished", row => row.Finished),
            ("state", row => row.State),
            ("reason", row => UploadReportWords.Of(row.Reason, Plain)),
            ("duplicateOfId", row => row.DuplicateOfId),
            ("byHand", row => row.ByHand)),
        ExportTable.Of(
            Runs, typeof(Run), agreed => agreed.Stores,
            (db, id) => db.AllRuns.AsNoTracking().Where(row => row.RunnerId == id).OrderBy(row => row.Start).ThenBy(row => row.Id)
                .Select(row => new Run
                {
                    Id = row.Id, UploadId = row.UploadId, MemberName = row.MemberName, Ordinal = row.Ordinal, Start = row.Start, End = row.End,
                    LocalDate = row.LocalDate, IsRun = row.IsRun,
                    ModelVersion = row.ModelVersion, Metrics = row.Metrics, Load = row.Load, Surface = row.Surface,
                    DuplicateOfId = row.DuplicateOfId, LeftOut = row.LeftOut, Deleted = row.Deleted, CopyId = row.CopyId, Warnings = row.Warnings,
                }),
            ("id", row => row.Id), ("uploadId", row => row.UploadId), ("memberName", row => row.MemberName), ("ordinal", row => row.Ordinal),
            ("start", row => row.Start), ("end", row => row.End), ("localDate", row => row.LocalDate), ("isRun", row => row.IsRun),
            ("distanceMetres", row => StoredJson.ReadMetrics(row.Metrics).Distance?.Metres),
            ("kneeKm", row => row.Load is null ? null : StoredJson.ReadLoad(row.Load).KneeKilometres?.Value),
            ("leftOut", row => row.LeftOut),
            ("deleted", row => row.Deleted),
            ("duplicateOfId", row => row.DuplicateOfId),
            ("copyId", row => row.CopyId),
            ("warnings", row => row.Warnings is null ? null : string.Join('\n', StoredRemarks.Words(row.Warnings, Plain))),
            ("modelVersion", row => row.ModelVersion),
            ("metrics", row => new StoredDocument(row.Metrics)),
            ("load", row => new StoredDocument(row.Load)),
            ("surface", row => new StoredDocument(row.Surface))),
        ExportedRunlessFiles.In(Plain),
        ExportTable.Of(
            "renewed",
            typeof(RenewedRun),
            agreed => agreed.Stores,
            (db, id) => db.RenewedRuns.AsNoTracking().Where(row => row.RunnerId == id).OrderBy(row => row.RunId).ThenBy(row => row.Change),
            ("runId", row => row.RunId), ("change", row => row.Change)),
        ExportedCorrections.Table,
        ExportTable.Of(
            "ways",
            typeof(WayCorrection),
            agreed => agreed.Stores,
            (db, id) => db.WayCorrections.AsNoTracking().Where(row => row.RunnerId == id).OrderBy(row => row.WayId),
            ("wayId", row => row.WayId), ("class", row => row.Class)),
        ExportTable.Of(
            "weeks", typeof(Week), agreed => agreed.Stores, (db, id) => db.Weeks.AsNoTracking().Where(row => row.RunnerId == id).OrderBy(row => row.FirstDay),
            ("firstDay", row => row.FirstDay),
            ("distanceMetres", row => StoredJson.ReadWeek(row.Load).Distance.Metres),
            ("load", row => new StoredDocument(row.Load))),
        ExportTable.Of(
            "diary",
            typeof(DiaryNote),
            agreed => agreed.Stores,
            (db, id) => db.DiaryNotes.AsNoTracking().Where(row => row.RunnerId == id).OrderBy(row => row.Day).ThenBy(row => row.Entered).ThenBy(row => row.Id),
            ("id", row => row.Id),
            ("day", row => row.Day),
            ("entered", row => row.Entered),
            ("worstPain", row => row.WorstPain),
            ("settledWithinHour", row => row.SettledWithinHour),
            ("worseNextMorning", row => row.WorseNextMorning),
            ("activity", row => row.Activity),
            ("side", row => row.Side),
            ("frontOfKnee", row => row.FrontOfKnee),
            ("limping", row => row.Limping),
            ("redFlags", row => row.RedFlags),
            ("redFlagClosed", row => row.RedFlagClosed)),
        ExportedAssessments.Table,
        ExportTable.Of(
            "mails",
            typeof(WeeklyMail),
            agreed => agreed.Scores,
            (db, id) => db.WeeklyMails.AsNoTracking().Where(row => row.RunnerId == id).OrderBy(row => row.IsoWeek),
            ("id", row => row.Id),
            ("isoWeek", row => row.IsoWeek),
            ("messageId", row => row.MessageId),
            ("state", row => row.State),
            ("created", row => row.Created),
            ("day", row => row.Day),
            ("painDay", row => row.PainDay),
            ("sent", row => row.Sent),
            ("subject", row => row.Subject),
            ("textBody", row => row.TextBody),
            ("lastError", row => row.LastError),
            ("assessment", row => new StoredDocument(row.Assessment))),
        ExportTable.Of(
            "links",
            typeof(MailToken),
            _ => true,
            (db, id) => db.MailTokens.AsNoTracking().Where(row => row.RunnerId == id).OrderBy(row => row.Created).ThenBy(row => row.TokenHash),
            ("purpose", row => row.Purpose), ("day", row => row.Day), ("created", row => row.Created)),
        ExportTable.Of(
            "sign-ins",
            typeof(SignIn),
            _ => true,
            (db, id) => db.SignIns.AsNoTracking().Where(row => row.RunnerId == id).OrderBy(row => row.Created).ThenBy(row => row.KeyHash),
            ("created", row => row.Created), ("renewed", row => row.Renewed), ("expires", row => row.Expires), ("device", row => row.Device)),
        ExportTable.Of(
            "tokens",
            typeof(ApiToken),
            _ => true,
            (db, id) => db.ApiTokens.AsNoTracking().Where(row => row.RunnerId == id).OrderBy(row => row.Created).ThenBy(row => row.Id),
            ("name", row => row.Name),
            ("scopes", row => row.Scopes),
            ("created", row => row.Created),
            ("used", row => row.Used),
            ("expires", row => row.Expires)),
        ExportTable.Of(
            "account-links",
            typeof(AccountLink),
            _ => true,
            (db, id) => db.AccountLinks.AsNoTracking().Where(row => row.RunnerId == id).OrderBy(row => row.Created).ThenBy(row => row.Id),
            ("purpose", row => row.Purpose), ("address", row => row.Address), ("created", row => row.Created), ("expires", row => row.Expires)),
        ExportTable.Of(
            "trail",
            typeof(TrailEntry),
            _ => true,
            (db, id) => db.Trail.AsNoTracking().Where(row => row.RunnerId == id).OrderBy(row => row.Moment).ThenBy(row => row.Id),
            ("moment", row => row.Moment), ("act", row => row.Act), ("by", row => row.By), ("request", row => row.Request)),
        ExportTable.Of(
            "letters",
            typeof(Letter),
            _ => true,
            (db, id) => db.Letters.AsNoTracking().Where(row => row.RunnerId == id).OrderBy(row => row.Created).ThenBy(row => row.Id),
            ("kind", row => row.Kind), ("to", row => row.To), ("values", row => row.Values), ("created", row => row.Created)),
        ExportTable.Of(
            "work",
            typeof(WorkItem),
            _ => true,
            (db, id) => db.Work.AsNoTracking().Where(row => row.RunnerId == id).OrderBy(row => row.Kind).ThenBy(row => row.Key),
            ("kind", row => row.Kind),
            ("key", row => row.Key),
            ("added", row => row.Added),
            ("due", row => row.Due),
            ("attempts", row => row.Attempts),
            ("failed", row => row.Failed),
            ("reason", row => row.Reason)),
    ];
}
