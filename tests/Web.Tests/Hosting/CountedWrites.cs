using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace KneeLoad.Web.Tests.Hosting;

/// <summary>
/// Counts statements of one service as they are done: those that change rows, or others that are asked for. Work and looks of the running service are
/// nobody's: counted is what the fact itself calls, or what requests do.
/// </summary>
internal sealed class CountedWrites : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private static readonly string[] Changing =
    [
        "INSERT INTO \"RequestTallies\"",
        "UPDATE \"RequestTallies\"",
        "INSERT INTO \"AspNetUsers\"",
        "UPDATE \"AspNetUsers\"",
        "INSERT INTO \"Work\"",
        "INSERT INTO \"Trail\"",
    ];

    private static readonly AsyncLocal<CountedWrites?> Counting = new();

    private readonly string folder;
    private readonly bool isOfRequests;
    private readonly string[] counted;
    private readonly List<IDisposable> subscriptions = [];
    private int count;

    /// <param name="folder">The data folder of the service.</param>
    /// <param name="isOfRequests">True to count what requests do, and not what their work does after the answer; false for what is called from here.</param>
    /// <param name="counted">The beginnings of the statements that are counted; null for the writes of requests.</param>
    public CountedWrites(string folder, bool isOfRequests = false, string[]? counted = null)
    {
        (this.folder, this.isOfRequests, this.counted) = (folder, isOfRequests, counted ?? Changing);
        Counting.Value = this;
        subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
    }

    /// <summary>Statements so far.</summary>
    public int Count => Volatile.Read(ref count);

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == "Microsoft.EntityFrameworkCore")
        {
            subscriptions.Add(value.Subscribe(this));
        }
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Value is CommandExecutedEventData { Connection.DataSource: { } source, Command.CommandText: { } text }
            && source.StartsWith(folder, StringComparison.Ordinal)
            && (isOfRequests ? new HttpContextAccessor().HttpContext is not null : Counting.Value == this)
            && counted.Any(change => text.Contains(change, StringComparison.Ordinal)))
        {
            Interlocked.Increment(ref count);
        }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose() => subscriptions.ForEach(subscription => subscription.Dispose());
}
