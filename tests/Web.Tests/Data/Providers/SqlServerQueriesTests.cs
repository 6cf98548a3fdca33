using NodaTime.Testing;
using KneeLoad.Web.Data;
using System.Collections.Concurrent;
using System.Data;
using System.Data.Common;
using System.Linq.Expressions;
using KneeLoad.Web.Data.Providers;
using KneeLoad.Web.Tests.Hosting;
using KneeLoad.Web.Work.Looks;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Query.Internal;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace KneeLoad.Web.Tests.Data.Providers;

/// <summary>Every query that the service makes on SQLite, written as it would be for SQL Server and read by Microsoft's own parser.</summary>
public sealed class SqlServerQueriesTests
{
    [Fact]
    public async Task SQL_Server_reads_every_query_of_the_service()
    {
        var queries = new RecordedQueries();
        await using (var host = new WebHost().At(new NodaTime.Testing.FakeClock(MadeHistory.Now)).Using(services => services
            .AddSingleton(queries)
#pragma warning disable EF1001 // Every query passes here, and nowhere public.
            .ConfigureDbContext<SqliteKneeLoadDb>((provider, options) => options.UseApplicationServiceProvider(provider)
                .ReplaceService<IQueryCompiler, RecordingCompiler>())))
#pragma warning restore EF1001
        {
            await UseAsync(host);
        }

        var texts = new ConcurrentDictionary<string, bool>(StringComparer.Ordinal);
        var faults = queries.All.Select(query => FaultOf(query, texts)).OfType<string>().ToList();

        Assert.Empty(faults);
        Assert.InRange(texts.Count, 100, int.MaxValue);
        Assert.Contains(texts.Keys, text => text.Contains("[Work]", StringComparison.Ordinal) && text.StartsWith("UPDATE", StringComparison.Ordinal));
        Assert.All(texts.Keys, text => Assert.Empty(Parsed(text)));
    }

    private static async Task UseAsync(WebHost host)
    {
        var owner = await host.RunnerAsync("owner", isOwner: true);
        var runner = await host.RunnerWithHistoryAsync();
        await runner.UploadAndFinishAsync(("next.fit", MadeRun.Fit(MadeHistory.Now - NodaTime.Duration.FromHours(5))));
        using var told = await runner.SubmitAsync("/diary", ("Day", "2026-05-05"), ("WorstPain", "3"), ("SettledWithinHour", "false"));
        await Crawl.PagesAsync(runner.Http, "/");
        foreach (var page in (string[])["/admin", "/admin/server"])
        {
            using var reply = await owner.Http.GetAsync(page);
        }

        var timetable = host.Services.GetRequiredService<Timetable>();
        foreach (var rhythm in Enum.GetValues<Rhythm>())
        {
            await timetable.LookAsync(rhythm, TestContext.Current.CancellationToken);
        }

        var batch = await runner.UploadAsync(("undone.fit", MadeRun.Fit(MadeHistory.Now - NodaTime.Duration.FromHours(30))));
        await runner.FinishedAsync(batch);
        using var undone = await runner.UndoAsync(batch);
        using var withdrawn = await runner.SubmitAsync("/settings?handler=consent", ("scoring", "false"), ("storing", "false"));
        await host.UntilAsync(db => db.Work.AllAsync(work => work.Failed));
    }

    /// <summary>Writes a query as SQL Server would get it.</summary>
    /// <returns>Why it cannot be; null when it can.</returns>
    private static string? FaultOf(RecordedQueries.Query query, ConcurrentDictionary<string, bool> texts)
    {
        var sent = new Unsent();
        using var db = new SqlServerKneeLoadDb(new DbContextOptionsBuilder<SqlServerKneeLoadDb>()
            .UseSqlServer("Server=nowhere").AddInterceptors(sent, new Unopened()).Options, RowsInSight.All());
        try
        {
            var type = query.Expression.Type;
            var result = type.IsGenericType && typeof(IQueryable).IsAssignableFrom(type)
                ? typeof(IEnumerable<>).MakeGenericType(type.GetGenericArguments()[0])
                : type;
            typeof(SqlServerQueriesTests).GetMethod(nameof(Run), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!
                .MakeGenericMethod(result).Invoke(null, [db, new OtherModel(db.Model).Visit(query.Expression), query.Parameters]);
        }
        catch (Exception exception) when (!sent.Texts.IsEmpty)
        {
            // There is no answer to read; the question is what counts.
            _ = exception;
        }
        catch (Exception exception)
        {
            return exception.GetBaseException().Message;
        }

        foreach (var text in sent.Texts)
        {
            texts.TryAdd(text, true);
        }

        return sent.Texts.IsEmpty ? $"Nothing was sent for {query.Expression}" : null;
    }

    private static void Run<T>(SqlServerKneeLoadDb db, Expression query, IReadOnlyDictionary<string, object?> parameters)
    {
        var context = db.GetService<IQueryContextFactory>().Create();
        foreach (var (name, value) in parameters)
        {
            context.Parameters[name] = value;
        }

        if (db.GetService<IDatabase>().CompileQuery<T>(query, async: false)(context) is System.Collections.IEnumerable rows)
        {
            foreach (var row in rows)
            {
                _ = row;
            }
        }
    }

    private static List<string> Parsed(string text)
    {
        using var reader = new StringReader(text);
        new TSql160Parser(initialQuotedIdentifiers: true).Parse(reader, out var faults);
        return [.. faults.Select(fault => $"{fault.Line}: {fault.Message} in {text}")];
    }

    /// <summary>The queries that a service compiled, each once.</summary>
    internal sealed class RecordedQueries
    {
        private readonly ConcurrentDictionary<Expression, Query> all = new(ExpressionEqualityComparer.Instance);

        public IReadOnlyCollection<Query> All => [.. all.Values];

        public void Add(Expression expression, IReadOnlyDictionary<string, object?> parameters) => all.TryAdd(expression, new(expression, parameters));

        internal sealed record Query(Expression Expression, IReadOnlyDictionary<string, object?> Parameters);
    }

#pragma warning disable EF1001 // There is no other place where a query is whole and its values are known.
    /// <summary>Tells each query before it is compiled.</summary>
    private sealed class RecordingCompiler(
        IQueryContextFactory contexts,
        ICompiledQueryCache cache,
        ICompiledQueryCacheKeyGenerator keys,
        IDatabase database,
        IDiagnosticsLogger<DbLoggerCategory.Query> logger,
        ICurrentDbContext current, IEvaluatableExpressionFilter filter, IModel model)
        : QueryCompiler(contexts, cache, keys, database, logger, current, filter, model)
    {
        private readonly RecordedQueries queries = current.Context
            .GetService<IDbContextOptions>()
            .FindExtension<CoreOptionsExtension>()!.ApplicationServiceProvider!
            .GetRequiredService<RecordedQueries>();

        public override Expression ExtractParameters(
            Expression query,
            Dictionary<string, object?> parameters,
            IDiagnosticsLogger<DbLoggerCategory.Query> logger,
            bool compiledQuery = false,
            bool generateContextAccessors = false)
        {
            var extracted = base.ExtractParameters(query, parameters, logger, compiledQuery, generateContextAccessors);
            queries.Add(extracted, new Dictionary<string, object?>(parameters, StringComparer.Ordinal));
            return extracted;
        }
    }
#pragma warning restore EF1001

    /// <summary>Asks another model's tables.</summary>
    private sealed class OtherModel(IModel model) : ExpressionVisitor
    {
        protected override Expression VisitExtension(Expression node) =>
            node is EntityQueryRootExpression root ? root.UpdateEntityType(model.FindEntityType(root.EntityType.Name)!) : base.VisitExtension(node);
    }

    /// <summary>Keeps the texts, and sends none.</summary>
    private sealed class Unsent : DbCommandInterceptor
    {
        public ConcurrentQueue<string> Texts { get; } = new();

        public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
        {
            Texts.Enqueue(command.CommandText);
            using var none = new DataTable();
            return InterceptionResult<DbDataReader>.SuppressWithResult(none.CreateDataReader());
        }

        public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result)
        {
            Texts.Enqueue(command.CommandText);
            return InterceptionResult<int>.SuppressWithResult(0);
        }

        public override InterceptionResult<object> ScalarExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<object> result)
        {
            Texts.Enqueue(command.CommandText);
            return InterceptionResult<object>.SuppressWithResult(0);
        }
    }

    private sealed class Unopened : DbConnectionInterceptor
    {
        public override InterceptionResult ConnectionOpening(DbConnection connection, ConnectionEventData eventData, InterceptionResult result) =>
            InterceptionResult.Suppress();
    }
}
