using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace KneeLoad.Web.Features.Demo;

/// <summary>The demo's one-time sign-in: a random word that works once, for this process only.</summary>
internal sealed class DemoTicket
{
    private const int Bytes = 32;
    private int used;

    /// <summary>The word in the printed link.</summary>
    public string Word { get; } = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>The sample runner that it signs in; null until the account is made.</summary>
    public Guid? RunnerId { get; set; }

    /// <summary>Whether a word is the right one. Takes the same time for any word.</summary>
    public bool Fits(string? word) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Word), Encoding.ASCII.GetBytes(word ?? ""));

    /// <summary>Uses the ticket up.</summary>
    /// <returns>True for the first right word, once.</returns>
    public bool TryUse(string? word) => Fits(word) && RunnerId is not null && Interlocked.Exchange(ref used, 1) == 0;
}
