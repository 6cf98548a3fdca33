using KneeLoad.Web.Features.Account;
using KneeLoad.Web.Features.Admin;
using KneeLoad.Web.Features.Api;
using KneeLoad.Web.Features.Dashboard;
using KneeLoad.Web.Features.Diary;
using KneeLoad.Web.Features.Runs;
using KneeLoad.Web.Features.Uploads;
using KneeLoad.Web.Features.Uploads.Batches;
using KneeLoad.Web.Features.Uploads.Tus;
using KneeLoad.Web.Features.WeeklyMail;
using KneeLoad.Web.Features.YourData;

namespace KneeLoad.Web;

/// <summary>Lists the features that have services or addresses besides their pages. Each stands for itself and names no other.</summary>
internal static class FeaturesList
{
    /// <summary>Adds the services of each.</summary>
    public static void AddEachFeature(this WebApplicationBuilder builder) =>
        builder.AddAccount().AddAdmin().AddDashboard().AddDiary().AddRuns().AddWeeklyMail().AddYourData().AddBatches().AddTus().AddUploads().AddApi();

    /// <summary>Maps the addresses of each.</summary>
    public static void MapEachFeature(this WebApplication app)
    {
        app.MapDashboard();
        app.MapUploads();
        app.MapBatches();
        app.MapTus();
        app.MapAdmin();
        app.MapApi();
    }
}
