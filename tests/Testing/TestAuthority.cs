using System.Net;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using NodaTime;

namespace KneeLoad.Testing;

/// <summary>A certificate authority made for one run of the tests.</summary>
public sealed partial class TestAuthority : IDisposable
{
    private readonly X509Certificate2 root;
    private readonly DateTimeOffset from;
    private readonly DateTimeOffset to;

    private TestAuthority(string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, 0, critical: true));
        // Certificates are held against the machine's own clock, so a stopped one is of no use here.
        var now = SystemClock.Instance.GetCurrentInstant();
        (from, to) = ((now - Duration.FromHours(1)).ToDateTimeOffset(), (now + Duration.FromDays(1)).ToDateTimeOffset());
        root = request.CreateSelfSigned(from, to);
        PemFile = Path.Combine(Path.GetTempPath(), $"kneeload-authority-{Guid.NewGuid():n}.pem");
        File.WriteAllText(PemFile, root.ExportCertificatePem());
    }

    /// <summary>Its certificate as a PEM file, for a process that is to trust it by SSL_CERT_FILE.</summary>
    public string PemFile { get; }

    /// <summary>One that nobody trusts.</summary>
    public static TestAuthority Unknown() => new("Unknown authority of the tests");

    /// <summary>
    /// One that this process trusts. To be called before its first TLS connection: OpenSSL reads the file named by
    /// SSL_CERT_FILE once, and only from the environment of the C library.
    /// </summary>
    public static TestAuthority TrustedByThisProcess()
    {
        var authority = new TestAuthority("Authority of the tests");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => File.Delete(authority.PemFile);
        return SetEnvironmentVariable("SSL_CERT_FILE", authority.PemFile, 1) == 0 ? authority : throw new InvalidOperationException("The environment is full.");
    }

    /// <summary>A certificate for localhost, with its key.</summary>
    public X509Certificate2 ServerCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        using var certificate = request.Create(root, from, to, RandomNumberGenerator.GetBytes(8));
        return certificate.CopyWithPrivateKey(key);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        root.Dispose();
        File.Delete(PemFile);
    }

    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetEnvironmentVariable(string name, string value, int overwrite);
}
