using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Data;
using KneeLoad.Web.Hosting;
using KneeLoad.Web.Identity;
using KneeLoad.Web.Words;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;

namespace KneeLoad.Web.Consents;

/// <summary>
/// Lets a signed-in runner's request through only to what they agreed to. Every address needs the consent to storing unless it says
/// otherwise, so that a new page is closed until somebody has thought about it.
/// </summary>
public static class ProcessingGate
{
    private const string FirstScreen = "/";

    /// <summary>Closes the addresses that the runner has not agreed to: a page leads to the question, data is refused.</summary>
    public static void UseProcessingGate(this WebApplication app) => app.Use(async (context, next) =>
    {
        if (context.User.Identity?.IsAuthenticated is true && context.GetEndpoint() is { } endpoint
            && !Allows(endpoint, await AgreedAsync(context)))
        {
            await RefuseAsync(context);
            return;
        }

        await next(context);
    });

    /// <summary>Whether an address may be answered under these consents.</summary>
    public static bool Allows(Endpoint endpoint, Processing agreed)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        return endpoint.Metadata.GetMetadata<NeedsScoringAttribute>() is not null ? agreed.Scores
            : agreed.Stores
                || endpoint.Metadata.GetMetadata<WithoutHealthDataAttribute>() is not null
                || endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null;
    }

    private static async Task<Processing> AgreedAsync(HttpContext context)
    {
        var id = context.RequestServices.GetRequiredService<CurrentRunner>().Id;
        var runner = await context.RequestServices.GetRequiredService<KneeLoadDbContext>().Users.AsNoTracking()
            .SingleOrDefaultAsync(row => row.Id == id, context.RequestAborted);
        return runner?.Processing ?? default;
    }

    private static Task RefuseAsync(HttpContext context)
    {
        if (context.Request.WantsPage())
        {
            // The question on the first screen leads back to where one was.
            context.Response.Redirect(HttpMethods.IsGet(context.Request.Method)
                ? FirstScreen + QueryString.Create("back", context.Request.Path + context.Request.QueryString)
                : FirstScreen);
            return Task.CompletedTask;
        }

        var say = context.RequestServices.GetRequiredService<Language>();
        return Results.Problem(say["Privacy.Consent.Refused"], statusCode: StatusCodes.Status403Forbidden).ExecuteAsync(context);
    }
}

/// <summary>Says that an address neither stores nor shows health data, so that it is open without any consent.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class WithoutHealthDataAttribute : Attribute;

/// <summary>Says that an address speaks of the score.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NeedsScoringAttribute : Attribute;
