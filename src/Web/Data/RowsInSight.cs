namespace KneeLoad.Web.Data;

/// <summary>
/// Tells whose rows the queries of one scope find: those of the signed-in runner, and nobody's where nobody is signed in. Code that works
/// for another runner, or for all, says so here by name; a test lists it.
/// </summary>
/// <param name="signedIn">The runner of the request; null where there is none.</param>
public sealed class RowsInSight(Func<Guid?> signedIn)
{
    /// <summary>Name of the filter that ties each row to its runner.</summary>
    public const string Own = "own";

    private Guid? stated;

    /// <summary>Whether the rows of all runners, and those of nobody, are found.</summary>
    public bool IsAll { get; private set; }

    /// <summary>The runner whose rows are found. It is nobody's key where there is none, and no row has that key.</summary>
    public Guid RunnerId => stated ?? signedIn() ?? Guid.Empty;

    /// <summary>Sight of all rows, for a context outside of any service.</summary>
    public static RowsInSight All()
    {
        var rows = new RowsInSight(() => null);
        rows.SeeAll();
        return rows;
    }

    /// <summary>From now on the rows of one runner are found, whoever is signed in.</summary>
    public void See(Guid runnerId)
    {
        stated = runnerId;
        IsAll = false;
    }

    /// <summary>From now on the rows of all runners are found.</summary>
    public void SeeAll() => IsAll = true;
}
