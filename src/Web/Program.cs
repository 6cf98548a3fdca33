// The door of the web service and of the command line: a table of contents.
using KneeLoad.Web.Commands;
using KneeLoad.Web.Data.Providers;
using KneeLoad.Web.Features;
using KneeLoad.Web.Identity;
using KneeLoad.Web.Shared.Hosting;

if (CommandLine.Handles(args))
{
    return await CommandLine.RunAsync(args, Console.Out, Console.Error);
}

try
{
    var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
    builder.AddHosting();
    builder.AddDatabase();
    builder.AddIdentity();
    builder.AddFeatures();

    await using var app = builder.Build();
    app.UsePublicAddress();
    app.UseSecurityHeaders();
    app.UseFaultPages();
    app.UseRouting();
    app.UseAuthentication();
    app.UseRateLimiter();
    app.UseAuthorization();
    app.MapHealth();
    app.MapFeatures();

    await app.Services.GetRequiredService<Migrator>().RunAsync(app.Lifetime.ApplicationStopping);
    await app.RunAsync();
    return 0;
}
catch (SettingException refusal)
{
    await Console.Error.WriteLineAsync(refusal.Message);
    return 2;
}
