using KneeLoad.Web.Consents;
using KneeLoad.Web.Exports;
using KneeLoad.Web.Identity;
using KneeLoad.Web.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using NodaTime.Text;

namespace KneeLoad.Web.Features.YourData;

/// <summary>The page where a runner takes everything along, and erases the account.</summary>
[WithoutHealthData]
public sealed class IndexModel(
    PasswordProof proof, EraseAccount erase, ExportWriter export, CurrentRunner current, SecurityLog log, Language say, IClock clock) : PageModel
{
    /// <summary>Whether the password is asked for.</summary>
    public bool AsksForPassword { get; private set; }

    /// <summary>Whether the account is the owner's.</summary>
    public bool IsOwner { get; private set; }

    /// <summary>Whether the ownership must be passed on before the account can be erased.</summary>
    public bool MustPassOn { get; private set; }

    /// <summary>Why the zip was not made; null when it was not asked for.</summary>
    public string? ExportFault { get; private set; }

    /// <summary>Why the account was not erased; null when that was not asked for.</summary>
    public string? EraseFault { get; private set; }

    /// <summary>The receipt once the account is erased; null before.</summary>
    public Receipt? Receipt { get; private set; }

    /// <summary>Shows the page.</summary>
    public Task OnGetAsync(CancellationToken cancellationToken) => ReadAsync(cancellationToken);

    /// <summary>Gives the zip, as it is being made.</summary>
    public async Task<IActionResult> OnPostExportAsync(string? password, CancellationToken cancellationToken)
    {
        if (await proof.FaultOfAsync(User, password) is { } fault)
        {
            ExportFault = fault;
            return await AgainAsync(cancellationToken);
        }

        await log.ExportedAsync(current.Id);
        return new Zip(export, current.Id, $"kneeload-{LocalDatePattern.Iso.Format(clock.GetCurrentInstant().InUtc().Date)}.zip");
    }

    /// <summary>Erases the account and shows the receipt.</summary>
    public async Task<IActionResult> OnPostEraseAsync(string? password, bool sure, CancellationToken cancellationToken)
    {
        var fault = sure ? await proof.FaultOfAsync(User, password) : say["YourData.Fault.Sure"];
        if (fault is null)
        {
            Receipt = await erase.HandleAsync(cancellationToken);
            fault = Receipt is null ? say["YourData.Fault.Owner"] : null;
        }

        if (fault is null)
        {
            return Page();
        }

        EraseFault = fault;
        return await AgainAsync(cancellationToken);
    }

    private async Task<IActionResult> AgainAsync(CancellationToken cancellationToken)
    {
        await ReadAsync(cancellationToken);
        return Page();
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        AsksForPassword = await proof.IsAskedAsync(User);
        IsOwner = current.IsOwner;
        MustPassOn = await erase.WouldLeaveOthersAloneAsync(cancellationToken);
    }

    /// <summary>The answer that is the zip.</summary>
    private sealed class Zip(ExportWriter export, Guid runnerId, string name) : IActionResult
    {
        public async Task ExecuteResultAsync(ActionContext context)
        {
            var response = context.HttpContext.Response;
            response.ContentType = "application/zip";
            response.Headers.ContentDisposition = $"attachment; filename={name}";
            await export.WriteAsync(runnerId, response.Body, context.HttpContext.RequestAborted);
        }
    }
}
