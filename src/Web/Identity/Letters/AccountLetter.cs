using System.Text.Json;
using System.Text.Json.Serialization;

namespace KneeLoad.Web.Identity.Letters;

/// <summary>Names the letters about accounts.</summary>
public enum AccountLetterKind
{
    /// <summary>Somebody asked for a new password of an address, which may have no account.</summary>
    Reset,

    /// <summary>Somebody registered with an address, which may have had an account.</summary>
    Registering,

    /// <summary>A runner asked for another address: the new one is to confirm, the old one may refuse.</summary>
    NewAddress,

    /// <summary>The address is another; said to the old one.</summary>
    AddressChanged,

    /// <summary>The password is another.</summary>
    PasswordChanged,

    /// <summary>Sign-ins were ended.</summary>
    SignInsEnded,

    /// <summary>The installation is this runner's now.</summary>
    BecameOwner,

    /// <summary>The installation was passed on to somebody else.</summary>
    PassedOn,
}

/// <summary>A letter that is to be written. It holds no token: that is made when it is sent.</summary>
/// <param name="Kind">The letter.</param>
/// <param name="RunnerId">Whose account it is about; null where only an address is known.</param>
/// <param name="Address">The address that it is about; null for the account's own.</param>
public sealed record AccountLetter(AccountLetterKind Kind, Guid? RunnerId, string? Address)
{
    /// <summary>As it waits.</summary>
    public string Write() => JsonSerializer.Serialize(this, AccountLetterContext.Default.AccountLetter);

    /// <summary>Reads one that waited; null where it is none.</summary>
    public static AccountLetter? Read(string? text)
    {
        try
        {
            return text is null ? null : JsonSerializer.Deserialize(text, AccountLetterContext.Default.AccountLetter);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
[JsonSerializable(typeof(AccountLetter))]
internal sealed partial class AccountLetterContext : JsonSerializerContext;
