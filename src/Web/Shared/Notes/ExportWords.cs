using KneeLoad.Ingest.Exports;

namespace KneeLoad.Web.Shared.Notes;

/// <summary>Words for account exports whose runs are no watch files: whose export it is, and what to export instead.</summary>
public static class ExportWords
{
    /// <summary>The sentences for a maker.</summary>
    public static string Of(ExportMaker maker) => maker switch
    {
        ExportMaker.Polar => "This is Polar\u2019s archive. It holds no watch files: in Polar Flow on the web, open a session and export it as TCX or FIT.",
        ExportMaker.Samsung => "This is Samsung Health\u2019s archive. It holds no watch files: in the app, open a run and share it as GPX, or let an app such as Health Sync write FIT files.",
        ExportMaker.Huawei => "This is Huawei Health\u2019s archive. It holds no watch files: let an app such as Health Sync write FIT or TCX files of your runs.",
        ExportMaker.Zepp => "This is Zepp\u2019s archive. It holds no watch files: in the app, open a run and export it as FIT, TCX or GPX.",
        ExportMaker.Nike => "This is Nike Run Club\u2019s archive. It holds no watch files: connect the app to a service that exports GPX or FIT, such as Strava.",
        ExportMaker.Runtastic => "This is adidas Running\u2019s archive. Its GPX files are read; runs without a route are not watch files: on the web, open one and export it as TCX.",
        ExportMaker.Suunto => "This is Suunto\u2019s archive. It holds no watch files: in the app, open a run and export it as FIT.",
        ExportMaker.Fitbit => "This is Fitbit\u2019s archive. Its TCX files are read; runs without a route, as on a treadmill, are not watch files and stay out.",
        ExportMaker.Garmin => "This is Garmin\u2019s archive. Its FIT files lie in DI_CONNECT and are read; runs entered by hand are not watch files and stay out.",
        ExportMaker.MapMyRun => "This is MapMyRun\u2019s archive. It holds one table: on the web, open a run and export it as TCX.",
        ExportMaker.Apple => "This is Apple Health\u2019s archive. Runs and routes are read; all else stays out.",
        _ => throw new ArgumentOutOfRangeException(nameof(maker), maker, null),
    };
}
