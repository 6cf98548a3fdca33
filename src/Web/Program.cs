// The door of the web service and of the command line: a table of contents.
using KneeLoad.Web;
using KneeLoad.Web.Commands;
using KneeLoad.Web.Consents;
using KneeLoad.Web.Corrections;
using KneeLoad.Web.Data.Providers;
using KneeLoad.Web.Data.Questions;
using KneeLoad.Web.Data.Reading;
using KneeLoad.Web.Email;
using KneeLoad.Web.Erasures;
using KneeLoad.Web.Exports;
using KneeLoad.Web.Features;
using KneeLoad.Web.Features.Admin;
using KneeLoad.Web.Features.Demo;
using KneeLoad.Web.Hosting;
using KneeLoad.Web.Identity;
using KneeLoad.Web.Identity.Limits;
using KneeLoad.Web.Identity.SingleUser;
using KneeLoad.Web.Mailing;
using KneeLoad.Web.Pipeline;
using KneeLoad.Web.Pipeline.Upkeep;
using KneeLoad.Web.Receiving;
using KneeLoad.Web.Storage;
using KneeLoad.Web.Words;
using KneeLoad.Web.Work.Engine;

if (CommandLine.Handles(args))
{
    return await CommandLine.RunAsync(args, Console.Out, Console.Error);
}

try
{
    var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
    builder.AddDemo(args);
    builder.AddHosting().AddCompression().AddWords();
    builder.AddDatabase().AddReading().AddQuestions();
    builder.AddEngine();
    builder.AddIdentity().AddStorage().AddEmail();
    builder.AddPipeline().AddUpkeep().AddMailing();
    builder.AddConsents().AddCorrections().AddExports().AddErasures().AddReceiving();
    builder.AddFeatures();
    builder.AddEachFeature();

    await using var app = builder.Build();
    app.UsePublicAddress();
    app.UseSingleUser();
    app.UseHealth();
    app.UseCompression();
    app.UseFaultPages();
    app.UseRouting();
    app.UseStatedMethods();
    app.UseUnknownAddresses();
    app.UseAuthentication();
    app.UseReadLimits();
    app.UseRequestLimits();
    app.UseAuthorization();
    app.UseProcessingGate();
    app.UseAntiforgery();
    app.MapFeatures();
    app.MapEachFeature();
    app.HideTokensOfRoutes();

    await app.UntilStoppedAsync(async stopping =>
    {
        await app.Services.GetRequiredService<Migrator>().RunAsync(stopping);
        await app.EraseRestoredAsync();
        await app.WelcomeOwnerAsync();
        app.MapJobs();
        await app.RunAsync();
    });
    return 0;
}
catch (Exception exception) when (StartRefusal.Of(exception) is { } refusal)
{
    await Console.Error.WriteLineAsync(refusal);
    return 2;
}
