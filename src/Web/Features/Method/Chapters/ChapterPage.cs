using KneeLoad.Ingest.Quantities;
using KneeLoad.Web.Features.Method.Constants;
using KneeLoad.Web.Words;
using Microsoft.AspNetCore.Mvc.Razor;

namespace KneeLoad.Web.Features.Method.Chapters;

/// <summary>A chapter's file. Its numbers come from the evidence by name and are written here.</summary>
public abstract class ChapterPage : RazorPage<RunnerFormat>
{
    /// <summary>A number as short as it can be.</summary>
    protected string N(double number) => ConstantFormat.Number(number, Model);

    /// <summary>A number with so many digits behind the mark.</summary>
    protected string N(double number, int decimals) => Model.Number(number, decimals);

    /// <summary>A share: 62 %.</summary>
    protected string Percent(Fraction share, int decimals = 0) => Model.Value(share.Percent, decimals, "Units.Percent");
}
