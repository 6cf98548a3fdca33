using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using KneeLoad.Web.Hosting;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace KneeLoad.Web.Identity;

/// <summary>
/// Encrypts the keys that cookies and forms are protected with. They lie in the database and so in each backup; this key lies in a file
/// beside it that no backup holds, so that whoever steals a backup can forge nothing.
/// </summary>
internal sealed class KeyFile
{
    private const int KeyBytes = 32;
    private readonly byte[] key;

    /// <summary>Reads the file, or makes it where it is missing.</summary>
    /// <exception cref="SettingException">It cannot be read or made, or is none.</exception>
    public KeyFile(DataFolder folder, IConfiguration configuration)
    {
        var path = configuration["ProtectionKeyFile"] ?? Path.Combine(folder.Root, "kneeload.key");
        try
        {
            MakeWhereMissing(path);
            key = File.ReadAllBytes(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new SettingException($"The key file {path} can be neither read nor made: {exception.Message}");
        }

        if (key.Length != KeyBytes)
        {
            throw new SettingException(
                $"{path} is no key file: it has {key.Length} bytes, not {KeyBytes}. Without it the service makes a new one, and everybody signs in anew.");
        }
    }

    /// <summary>Encrypts a text.</summary>
    public string Encrypt(string text)
    {
        using var cipher = new AesGcm(key, AesGcm.TagByteSizes.MaxSize);
        var plain = Encoding.UTF8.GetBytes(text);
        var packed = new byte[AesGcm.NonceByteSizes.MaxSize + AesGcm.TagByteSizes.MaxSize + plain.Length];
        var (nonce, tag, encrypted) = Parts(packed);
        RandomNumberGenerator.Fill(nonce.Span);
        cipher.Encrypt(nonce.Span, plain, encrypted.Span, tag.Span);
        return Convert.ToBase64String(packed);
    }

    /// <summary>Decrypts a text.</summary>
    /// <exception cref="CryptographicException">It was encrypted with the key of another file, or changed.</exception>
    public string Decrypt(string text)
    {
        using var cipher = new AesGcm(key, AesGcm.TagByteSizes.MaxSize);
        var (nonce, tag, encrypted) = Parts(Convert.FromBase64String(text));
        var plain = new byte[encrypted.Length];
        cipher.Decrypt(nonce.Span, encrypted.Span, tag.Span, plain);
        return Encoding.UTF8.GetString(plain);
    }

    private static (Memory<byte> Nonce, Memory<byte> Tag, Memory<byte> Encrypted) Parts(byte[] packed)
    {
        var (nonce, tag) = (AesGcm.NonceByteSizes.MaxSize, AesGcm.TagByteSizes.MaxSize);
        return (packed.AsMemory(0, nonce), packed.AsMemory(nonce, tag), packed.AsMemory(nonce + tag));
    }

    // Several processes may start at once on one folder: one file is moved into place whole, and the others read it.
    private static void MakeWhereMissing(string path)
    {
        if (File.Exists(path))
        {
            return;
        }

        var aside = $"{path}.{Guid.NewGuid():n}";
        try
        {
            File.WriteAllBytes(aside, RandomNumberGenerator.GetBytes(KeyBytes));
            File.Move(aside, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
        }
        finally
        {
            File.Delete(aside);
        }
    }
}

/// <summary>Encrypts protection keys on their way into the database.</summary>
internal sealed class KeyFileEncryptor(KeyFile file) : IXmlEncryptor
{
    public EncryptedXmlInfo Encrypt(XElement plaintextElement) =>
        new(new XElement("kneeload", file.Encrypt(plaintextElement.ToString(SaveOptions.DisableFormatting))), typeof(KeyFileDecryptor));
}

/// <summary>Decrypts protection keys on their way out of the database. The framework makes it by its name.</summary>
internal sealed class KeyFileDecryptor(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement) => XElement.Parse(services.GetRequiredService<KeyFile>().Decrypt(encryptedElement.Value));
}
