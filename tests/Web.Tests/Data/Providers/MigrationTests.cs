using KneeLoad.Analysis.Runs;
using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Data.Providers;
using KneeLoad.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Microsoft.SqlServer.TransactSql.ScriptDom;
using NodaTime;

namespace KneeLoad.Web.Tests.Data.Providers;

/// <summary>One model on three databases: the migrations hold all of it, and a real server takes them.</summary>
public sealed class MigrationTests(SharedPostgreSql shared)
{
    public static TheoryData<string> Providers => ["Sqlite", "PostgreSql", "SqlServer"];

    [Theory]
    [MemberData(nameof(Providers))]
    public void No_change_of_the_model_lacks_its_migration(string provider)
    {
        using var db = Designed(provider);

        Assert.False(db.Database.HasPendingModelChanges());
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public void Passkeys_have_their_table(string provider)
    {
        using var db = Designed(provider);

        var script = db.GetService<IMigrator>().GenerateScript();

        Assert.Contains("AspNetUserPasskeys", script, StringComparison.Ordinal);
    }

    [Fact]
    public void SQL_Server_gets_a_script_that_may_run_twice()
    {
        using var db = Designed("SqlServer");

        var script = db.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.Idempotent);

        var tables = script.Split("CREATE TABLE [").Skip(1).Select(part => part[..part.IndexOf(']', StringComparison.Ordinal)]).ToList();
        Assert.Subset(tables.ToHashSet(StringComparer.Ordinal), new HashSet<string> { "Uploads", "Runs", "Weeks", "WeeklyMails", "Sessions", "AspNetUsers" });
        var statements = Parsed(script);
        Assert.All(
            statements,
            statement => Assert.True(
                statement is IfStatement or BeginTransactionStatement or CommitTransactionStatement,
                script.Substring(statement.StartOffset, Math.Min(200, statement.FragmentLength))));
        Assert.True(statements.Count > 100);
        Assert.Contains("WHERE \"DuplicateOfId\" IS NULL", script, StringComparison.Ordinal);
    }

    [Fact]
    public void SQL_Server_reads_every_line_of_the_migrations()
    {
        using var db = Designed("SqlServer");

        Assert.NotEmpty(Parsed(db.GetService<IMigrator>().GenerateScript()));
    }

    [Fact]
    public void No_column_of_a_primary_key_is_altered_while_it_is_in_one()
    {
        using var db = Designed("SqlServer");
        var standing = new HashSet<string>(StringComparer.Ordinal);
        var altered = new List<string>();
        foreach (var operation in db.GetService<IMigrationsAssembly>().Migrations.OrderBy(one => one.Key, StringComparer.Ordinal)
            .SelectMany(one => db.GetService<IMigrationsAssembly>().CreateMigration(one.Value, db.Database.ProviderName!).UpOperations))
        {
            switch (operation)
            {
                case CreateTableOperation { PrimaryKey: { } key }:
                    standing.UnionWith(key.Columns.Select(column => $"{key.Table}.{column}"));
                    break;
                case AddPrimaryKeyOperation key:
                    standing.UnionWith(key.Columns.Select(column => $"{key.Table}.{column}"));
                    break;
                case DropPrimaryKeyOperation key:
                    standing.RemoveWhere(column => column.StartsWith(key.Table + ".", StringComparison.Ordinal));
                    break;
                case AlterColumnOperation column when standing.Contains($"{column.Table}.{column.Name}"):
                    altered.Add($"{column.Table}.{column.Name}");
                    break;
            }
        }

        Assert.Empty(altered);
        Assert.Contains("Work.Kind", standing);
    }

    [Fact]
    public async Task SQLite_takes_the_migrations_and_keeps_the_rows()
    {
        var file = Path.GetTempFileName();
        await using var db = new SqliteKneeLoadDb(
            new DbContextOptionsBuilder<SqliteKneeLoadDb>().UseSqlite($"Data Source={file};Pooling=False").Options, RowsInSight.All());

        await MigrateAndKeepAsync(db);

        File.Delete(file);
    }

    [Fact]
    public async Task PostgreSQL_takes_the_migrations_and_keeps_the_rows()
    {
        var database = await shared.NewDatabaseAsync();
        await using var db = new PostgreSqlKneeLoadDb(
            new DbContextOptionsBuilder<PostgreSqlKneeLoadDb>().UseNpgsql(database + ";Pooling=False").Options, RowsInSight.All());

        await MigrateAndKeepAsync(db);
    }

    [Fact]
    public async Task SQL_Server_takes_the_migrations_and_keeps_the_rows()
    {
        var server = Environment.GetEnvironmentVariable("KNEELOAD_SQLSERVER");
        Assert.SkipWhen(string.IsNullOrEmpty(server), "KNEELOAD_SQLSERVER holds no connection string.");
        await using var db = new SqlServerKneeLoadDb(new DbContextOptionsBuilder<SqlServerKneeLoadDb>().UseSqlServer(server).Options, RowsInSight.All());

        await MigrateAndKeepAsync(db);
    }

    private static IList<TSqlStatement> Parsed(string script)
    {
        using var text = new StringReader(script);
        var read = (TSqlScript)new TSql160Parser(initialQuotedIdentifiers: true).Parse(text, out var faults);
        Assert.Empty(faults.Select(fault => $"{fault.Line}: {fault.Message}"));
        return [.. read.Batches.SelectMany(batch => batch.Statements)];
    }

    private static async Task MigrateAndKeepAsync(KneeLoadDbContext db)
    {
        // What the first landing stored is there after all later migrations.
        await db.GetService<IMigrator>().MigrateAsync(db.Database.GetMigrations().First());
        var moment = Instant.FromUtc(2026, 3, 29, 1, 30) + Duration.FromMilliseconds(250);
        var runner = new Runner { Id = Guid.NewGuid(), UserName = "läufer@example.org", Created = moment };
        var upload = new Upload { Id = Guid.NewGuid(), RunnerId = runner.Id, FileName = "Lauf \u2713.fit", ContentHash = "ab", Received = moment };
        var run = new Run
        {
            Id = Guid.NewGuid(),
            RunnerId = runner.Id,
            UploadId = upload.Id,
            Start = moment,
            LocalDate = new LocalDate(2026, 3, 29),
            Cells = [1, 2, 3],
        };
        await AddAsOfFirstMigrationAsync(db, runner);
        await AddAsOfFirstMigrationAsync(db, upload);
        await db.Database.ExecuteSqlAsync($"""UPDATE "AspNetUsers" SET "HealthConsent" = {moment.ToDateTimeUtc()} WHERE "Id" = {runner.Id}""");
        var corrected = Guid.NewGuid();
        var day = new DateOnly(2026, 3, 28);
        await db.Database.ExecuteSqlAsync($"""
            INSERT INTO "Runs" ("Id", "RunnerId", "UploadId", "Ordinal", "Start", "End", "LocalDate", "IsRun", "ModelVersion", "Metrics", "Cells", "Traces", "DuplicateDenied", "ToldKind")
            VALUES ({corrected}, {runner.Id}, {upload.Id}, 1, {moment.ToDateTimeUtc()}, {moment.ToDateTimeUtc()}, {day}, {false}, '1', '', {Array.Empty<byte>()}, {Array.Empty<byte>()}, {true}, 'Walk')
            """);
        await db.Database.MigrateAsync();
        db.Add(run);
        await db.SaveChangesAsync();
        db.ChangeTracker.Clear();

        var read = await db.Runs
            .Include(row => row.Upload)
            .SingleAsync(row => row.RunnerId == runner.Id && row.Start <= moment && row.LocalDate >= new LocalDate(2026, 3, 29));
        Assert.Equal((moment, "Lauf \u2713.fit"), (read.Start, read.Upload.FileName));
        Assert.Equal<byte>([1, 2, 3], read.Cells);

        var told = await db.RunCorrections.Where(row => row.RunnerId == runner.Id && row.RunId == corrected).OrderBy(row => row.Kind).ToListAsync();
        Assert.Equal([(CorrectionKind.NotTheSame, null), (CorrectionKind.RunKind, RunKind.Walk)], told.Select(row => (row.Kind, row.RunKind)));
        Assert.False((await db.Runs.SingleAsync(row => row.Id == corrected)).LeftOut);

        // The one consent of then is carried over as both of today.
        var agreed = await db.Users.AsNoTracking().Include(row => row.Consents).SingleAsync(row => row.Id == runner.Id);
        Assert.Equal((moment, moment), (agreed.StoringConsent, agreed.ScoringConsent));
        Assert.Equal(
            [(ConsentPurpose.Scoring, moment, true), (ConsentPurpose.Storing, moment, true)],
            agreed.Consents.OrderByDescending(row => row.Purpose).Select(row => (row.Purpose, row.Moment, row.Given)));

        var same = new Upload { Id = Guid.NewGuid(), RunnerId = runner.Id, ContentHash = "ab" };
        db.Add(same);
        await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync());
        same.DuplicateOfId = upload.Id;
        await db.SaveChangesAsync();

        await db.Users.Where(row => row.Id == runner.Id).ExecuteDeleteAsync();
        Assert.Equal(0, await db.Runs.CountAsync(row => row.RunnerId == runner.Id));
        Assert.Equal(0, await db.RunCorrections.CountAsync(row => row.RunnerId == runner.Id));
    }

    /// <summary>Adds a row with the columns alone that its table had after the first migration.</summary>
    private static async Task AddAsOfFirstMigrationAsync(KneeLoadDbContext db, object row)
    {
        var migrations = db.GetService<IMigrationsAssembly>();
        var first = migrations.CreateMigration(migrations.Migrations.Values.First(), db.Database.ProviderName!).TargetModel;
        var columns = first.FindEntityType(row.GetType().FullName!)!.GetProperties().ToDictionary(property => property.Name, StringComparer.Ordinal);
        var table = db.Model.FindEntityType(row.GetType())!;
        var properties = table.GetProperties().Where(property => columns.ContainsKey(property.Name)).ToList();
        // Columns that have gone since were numbers of tries.
        var gone = columns.Values
            .Where(column => column.ClrType == typeof(int) && table.FindProperty(column.Name) is null)
            .Select(column => column.Name)
            .ToList();
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText =
            $"INSERT INTO \"{table.GetTableName()}\" "
            + $"({string.Join(", ", properties.Select(property => property.Name).Concat(gone).Select(name => $"\"{name}\""))}) "
            + $"VALUES ({string.Join(", ", properties.Select(property => "@" + property.Name).Concat(gone.Select(_ => "0")))})";
        foreach (var property in properties)
        {
            command.Parameters.Add(property.GetRelationalTypeMapping()
                .CreateParameter(command, "@" + property.Name, property.PropertyInfo!.GetValue(row), property.IsNullable));
        }

        await command.ExecuteNonQueryAsync();
        await db.Database.CloseConnectionAsync();
    }

    internal static KneeLoadDbContext Designed(string provider) => provider switch
    {
        "Sqlite" => new SqliteKneeLoadDbFactory().CreateDbContext([]),
        "PostgreSql" => new PostgreSqlKneeLoadDbFactory().CreateDbContext([]),
        _ => new SqlServerKneeLoadDbFactory().CreateDbContext([]),
    };
}
