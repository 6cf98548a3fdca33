using System.Globalization;
using System.Net;
using System.Text;
using KneeLoad.Web.Tests.Hosting;

namespace KneeLoad.Web.Tests.Features.Uploads;

/// <summary>A sender that speaks tus as any client of the protocol does.</summary>
internal sealed class TusClient(RunnerClient runner)
{
    public const string Address = "/uploads/tus";

    /// <summary>Begins a file and gives its address.</summary>
    public async Task<string> CreateAsync(string name, long length, Guid? batch = null)
    {
        using var reply = await SendAsync(HttpMethod.Post, Address, null, Words(name, length, batch));
        Assert.Equal(HttpStatusCode.Created, reply.StatusCode);
        return reply.Headers.Location!.ToString();
    }

    /// <summary>The headers that begin a file.</summary>
    public static (string, string)[] Words(string name, long length, Guid? batch = null, string? key = null) =>
    [
        ("Upload-Length", length.ToString(CultureInfo.InvariantCulture)),
        ("Upload-Metadata", string.Join(',', new[] { ("filename", name), ("batch", batch?.ToString()), ("key", key) }
            .Where(word => word.Item2 is not null)
            .Select(word => $"{word.Item1} {Convert.ToBase64String(Encoding.UTF8.GetBytes(word.Item2!))}"))),
    ];

    /// <summary>Sends a piece.</summary>
    public Task<HttpResponseMessage> AppendAsync(string address, long offset, HttpContent piece, params (string, string)[] more) =>
        SendAsync(HttpMethod.Patch, address, piece, [("Upload-Offset", offset.ToString(CultureInfo.InvariantCulture)), .. more]);

    /// <summary>Asks how far a file is.</summary>
    public async Task<long> OffsetAsync(string address)
    {
        using var reply = await SendAsync(HttpMethod.Head, address);
        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
        return OffsetOf(reply);
    }

    /// <summary>The offset that a reply states.</summary>
    public static long OffsetOf(HttpResponseMessage reply) =>
        long.Parse(reply.Headers.GetValues("Upload-Offset").Single(), CultureInfo.InvariantCulture);

    /// <summary>Sends any request of the protocol.</summary>
    public Task<HttpResponseMessage> SendAsync(HttpMethod method, string address, HttpContent? content = null, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method, address) { Content = content };
        request.Headers.Add("RequestVerificationToken", runner.Token);
        request.Headers.Add("Tus-Resumable", "1.0.0");
        foreach (var (name, value) in headers)
        {
            request.Headers.Add(name, value);
        }

        return runner.Http.SendAsync(request);
    }

    /// <summary>The bytes of a piece.</summary>
    public static HttpContent Piece(ReadOnlyMemory<byte> bytes)
    {
        var content = new ReadOnlyMemoryContent(bytes);
        content.Headers.ContentType = new("application/offset+octet-stream");
        return content;
    }

    /// <summary>A piece whose connection is cut once its bytes have arrived.</summary>
    public sealed class CutPiece : HttpContent
    {
        private readonly ReadOnlyMemory<byte> bytes;
        private readonly Func<Task> arrived;

        public CutPiece(ReadOnlyMemory<byte> bytes, Func<Task> arrived)
        {
            (this.bytes, this.arrived) = (bytes, arrived);
            Headers.ContentType = new("application/offset+octet-stream");
        }

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await stream.WriteAsync(bytes);
            await stream.FlushAsync();
            await arrived();
            throw new IOException("The connection was cut.");
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
