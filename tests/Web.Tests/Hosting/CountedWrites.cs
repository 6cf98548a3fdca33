using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace KneeLoad.Web.Tests.Hosting;

/// <summary>Counts the statements that change rows of one service, as they are done.</summary>
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

    private readonly string folder;
    private readonly bool isOfRequests;
    private readonly List<IDisposable> subscriptions = [];
    private int count;

    /// <param name="folder">The data folder of the service.</param>
    /// <param name="isOfRequests">True to count what requests do, and not what their work does after the answer.</param>
    public CountedWrites(string folder, bool isOfRequests = false)
    {
        (this.folder, this.isOfRequests) = (folder, isOfRequests);
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
        // Work and looks of the running service are none of a request's.
        if (value.Value is CommandExecutedEventData { Connection.DataSource: { } source, Command.CommandText: { } text }
            && source.StartsWith(folder, StringComparison.Ordinal)
            && (!isOfRequests || new HttpContextAccessor().HttpContext is not null)
            && Changing.Any(change => text.Contains(change, StringComparison.Ordinal)))
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
