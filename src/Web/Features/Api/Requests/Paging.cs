using System.Buffers.Text;
using KneeLoad.Web.Words;
using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;

namespace KneeLoad.Web.Features.Api.Requests;

/// <summary>One page of a list.</summary>
/// <typeparam name="T">A line of it.</typeparam>
/// <param name="Items">The lines.</param>
/// <param name="Next">The word for <c>after</c> by which the next page is asked for; null on the last.</param>
internal sealed record Page<T>(IReadOnlyList<T> Items, string? Next)
{
    public static Page<T> Of(IReadOnlyList<T> items, Place? next) => new(items, next?.ToString());
}

/// <summary>A place in a list that is ordered by moment and key: a page goes on there, however long the list is and whatever comes in meanwhile.</summary>
/// <param name="Moment">The moment of the last line before it.</param>
/// <param name="Id">Its key.</param>
internal readonly record struct Place(Instant Moment, Guid Id)
{
    private const int Bytes = sizeof(long) + 16;

    /// <summary>Reads one; null where it is none.</summary>
    public static Place? Of(string text)
    {
        Span<byte> bytes = stackalloc byte[Bytes];
        if (text.Length > 2 * Bytes || !Base64Url.TryDecodeFromChars(text, bytes, out var length) || length != Bytes)
        {
            return null;
        }

        var ticks = BitConverter.ToInt64(bytes);
        return ticks >= Instant.MinValue.ToUnixTimeTicks() && ticks <= Instant.MaxValue.ToUnixTimeTicks()
            ? new(Instant.FromUnixTimeTicks(ticks), new(bytes[sizeof(long)..]))
            : null;
    }

    /// <summary>Writes it as a word.</summary>
    public override string ToString()
    {
        Span<byte> bytes = stackalloc byte[Bytes];
        BitConverter.TryWriteBytes(bytes, Moment.ToUnixTimeTicks());
        Id.TryWriteBytes(bytes[sizeof(long)..]);
        return Base64Url.EncodeToString(bytes);
    }
}

/// <summary>Reads which page of a list is asked for.</summary>
internal sealed class Paging(Language language)
{
    /// <summary>Lines of a page unless another number is asked for. [1]</summary>
    public const int Usual = 50;

    /// <summary>Most lines of a page. [1]</summary>
    public const int Most = 200;

    /// <summary>The answer to what is no page.</summary>
    public ProblemHttpResult Refusal => TypedResults.Problem(
        language["Api.Refusal.Page", ("most", language.Format.Number(Most, 0))], statusCode: StatusCodes.Status400BadRequest);

    /// <summary>Reads a page.</summary>
    /// <param name="after">The word of the page before; null for the first page.</param>
    /// <param name="limit">Lines that are asked for; null for the usual number.</param>
    /// <param name="place">The place after which it begins; null for the beginning.</param>
    /// <param name="most">Lines of the page.</param>
    /// <returns>False where it is none.</returns>
    public static bool Reads(string? after, int? limit, out Place? place, out int most)
    {
        place = after is null ? null : Place.Of(after);
        most = limit ?? Usual;
        return (after is null) == (place is null) && most is >= 1 and <= Most;
    }

    /// <summary>Reads a page of an archive's files.</summary>
    /// <param name="after">The word of the page before; null for the first page.</param>
    /// <param name="limit">Lines that are asked for; null for the usual number.</param>
    /// <param name="place">The place after which it begins; null for the beginning.</param>
    /// <param name="most">Lines of the page.</param>
    /// <returns>False where it is none.</returns>
    public static bool ReadsFiles(string? after, int? limit, out FilePlace? place, out int most)
    {
        place = after is null ? null : FilePlace.Of(after);
        most = limit ?? Usual;
        return (after is null) == (place is null) && most is >= 1 and <= Most;
    }
}
