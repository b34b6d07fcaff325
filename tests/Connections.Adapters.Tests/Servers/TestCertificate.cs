using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Connections.Adapters.Tests.Servers;

/// <summary>A certificate that nobody vouches for, made for one run, with its key as files for a server.</summary>
internal sealed record TestCertificate(string CertificateFile, string KeyFile, string Sha256)
{
    public static TestCertificate Create(string folder)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=test.example", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddHours(-1), DateTimeOffset.UtcNow.AddDays(1));
        var made = new TestCertificate(
            Path.Combine(folder, "certificate.pem"), Path.Combine(folder, "key.pem"), certificate.GetCertHashString(HashAlgorithmName.SHA256));
        File.WriteAllText(made.CertificateFile, certificate.ExportCertificatePem());
        File.WriteAllText(made.KeyFile, key.ExportPkcs8PrivateKeyPem());
        return made;
    }

    public X509ChainPolicy TrustOnlyThis() => new()
    {
        TrustMode = X509ChainTrustMode.CustomRootTrust,
        CustomTrustStore = { X509Certificate2.CreateFromPem(File.ReadAllText(CertificateFile)) },
        RevocationMode = X509RevocationMode.NoCheck,
    };
}
