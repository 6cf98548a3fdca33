using System.IO.Pipelines;
using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using KneeLoad.Ingest.Bytes;
using SmtpServer.IO;

namespace KneeLoad.Testing;

/// <summary>A talk's line at the server's end, which waits before each word.</summary>
/// <param name="line">The line.</param>
/// <param name="wait">Waits.</param>
internal sealed class SmtpPipe(Stream line, Func<Task> wait) : ISecurableDuplexPipe
{
    private Stream stream = new WaitingStream(line, wait);
    private PipeReader? input;
    private PipeWriter? output;

    public PipeReader Input => input ??= PipeReader.Create(stream);

    public PipeWriter Output => output ??= PipeWriter.Create(stream);

    public bool IsSecure => stream is SslStream;

    public SslProtocols SslProtocol => stream is SslStream tls ? tls.SslProtocol : SslProtocols.None;

    public async Task UpgradeAsync(X509Certificate certificate, SslProtocols protocols, CancellationToken cancellationToken = default)
    {
        var tls = new SslStream(stream, leaveInnerStreamOpen: false);
        await tls.AuthenticateAsServerAsync(
            new SslServerAuthenticationOptions { ServerCertificate = certificate, EnabledSslProtocols = protocols }, cancellationToken);
        (stream, input, output) = (tls, null, null);
    }

    public void Dispose() => stream.Dispose();

    private sealed class WaitingStream(Stream line, Func<Task> wait) : OneWayStream
    {
        public override bool CanRead => true;

        public override bool CanWrite => true;

        public override int Read(Span<byte> buffer) => line.Read(buffer);

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            line.ReadAsync(buffer, cancellationToken);

        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await wait();
            await line.WriteAsync(buffer, cancellationToken);
        }

        public override void Flush() => line.Flush();

        public override Task FlushAsync(CancellationToken cancellationToken) => line.FlushAsync(cancellationToken);

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                line.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}
