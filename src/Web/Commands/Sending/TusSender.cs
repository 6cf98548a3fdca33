using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace KneeLoad.Web.Commands.Sending;

/// <summary>
/// Sends files by the tus protocol over the API of a service. Each file has a key of its path, size and time, by which the service finds
/// what came of it before: a call after a cut goes on there, and what has come whole is not sent again.
/// </summary>
internal sealed class TusSender : IDisposable
{
    private const string Uploads = "api/v1/uploads/tus";
    private const string PieceType = "application/offset+octet-stream";
    private const int Piece = 16 << 20;
    private const HttpStatusCode Conflict = HttpStatusCode.Conflict;

    private static readonly TimeSpan[] Pauses = [.. new[] { 0.5, 1, 2, 5, 10, 20, 30, 30 }.Select(TimeSpan.FromSeconds)];

    private readonly Uri address;
    private readonly HttpClient http;

    /// <summary>A sender to one service.</summary>
    /// <param name="service">Its address.</param>
    /// <param name="token">A personal token.</param>
    /// <param name="handler">What carries the requests; null for the network.</param>
    public TusSender(Uri service, string token, HttpMessageHandler? handler = null)
    {
        address = new(service, Uploads);
        // A redirection would take the token to another place.
        http = new(handler ?? new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { Timeout = TimeSpan.FromMinutes(30) };
        http.DefaultRequestHeaders.Authorization = new("Bearer", token);
        http.DefaultRequestHeaders.Add("Tus-Resumable", "1.0.0");
        http.DefaultRequestHeaders.Accept.Add(new("application/json"));
    }

    public void Dispose() => http.Dispose();

    /// <summary>Asks whether the service is there and takes files of this token.</summary>
    /// <exception cref="SendingException">It is not, or does not.</exception>
    public async Task GreetAsync(CancellationToken cancellation)
    {
        try
        {
            using var reply = await http.SendAsync(new(HttpMethod.Options, address), cancellation);
            if (reply.StatusCode is HttpStatusCode.Unauthorized)
            {
                throw new SendingException($"{address.Host} does not know this token: it is mistyped, revoked or expired.");
            }

            if (reply.StatusCode is HttpStatusCode.Forbidden)
            {
                throw new SendingException("This token may not upload. Settings, Programs makes one that may.");
            }

            if (!reply.IsSuccessStatusCode || !reply.Headers.Contains("Tus-Version"))
            {
                throw new SendingException($"No KneeLoad with an API answers at {address.GetLeftPart(UriPartial.Authority)} ({(int)reply.StatusCode}).");
            }
        }
        catch (HttpRequestException exception)
        {
            throw new SendingException(WordsOf(exception));
        }
    }

    /// <summary>Sends a file, from where an earlier try has come.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="batch">The batch that it belongs to, where it is new to the service.</param>
    /// <param name="moved">Is told the share of it that has come, from 0 to 1.</param>
    /// <param name="cancellation">Ends the sending.</param>
    /// <returns>What became of it, in a word.</returns>
    /// <exception cref="FileRefusedException">The service does not take it, or is gone for longer than anybody waits.</exception>
    public async Task<string> SendAsync(string path, Guid batch, Action<double> moved, CancellationToken cancellation)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, useAsync: true);
        var furthest = 0L;
        for (var tries = 0; ; tries++)
        {
            string reason;
            try
            {
                return await GoOnAsync(file, path, batch, offset =>
                {
                    (tries, furthest) = (offset > furthest ? 0 : tries, Math.Max(offset, furthest));
                    moved(offset / (double)Math.Max(1, file.Length));
                }, cancellation);
            }
            catch (HttpRequestException exception)
            {
                reason = WordsOf(exception);
            }
            catch (BusyException exception)
            {
                reason = exception.Message;
            }
            catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
            {
                reason = $"{address.Authority} did not answer in time.";
            }

            if (tries == Pauses.Length)
            {
                throw new FileRefusedException($"{reason} A second call goes on where this one ended.");
            }

            await Task.Delay(Pauses[tries], cancellation);
        }
    }

    private async Task<string> GoOnAsync(FileStream file, string path, Guid batch, Action<long> moved, CancellationToken cancellation)
    {
        var name = Path.GetFileName(path);
        using var creation = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Headers =
            {
                { "Upload-Length", Number(file.Length) },
                { "Upload-Metadata", $"filename {Base64(name)},batch {Base64(batch.ToString())},key {Base64(KeyOf(file, path))}" },
            },
            Content = file.Length <= Piece ? await ReadAsync(file, 0, cancellation) : null,
        };
        // What the service has already is not sent to it again.
        creation.Headers.ExpectContinue = creation.Content is not null;
        using var created = await AskAsync(creation, cancellation);
        if (created.Headers.Location is not { } location || new Uri(address, location) is not { } place || place.Authority != address.Authority)
        {
            throw new FileRefusedException("The service gave no address for it.");
        }

        for (var offset = OffsetOf(created); offset < file.Length;)
        {
            moved(offset);
            using var piece = new HttpRequestMessage(HttpMethod.Patch, place)
            {
                Headers = { { "Upload-Offset", Number(offset) } },
                Content = await ReadAsync(file, offset, cancellation),
            };
            using var reply = await AskAsync(piece, cancellation);
            offset = OffsetOf(reply);
        }

        moved(file.Length);
        using var asked = await AskAsync(new(HttpMethod.Get, place), cancellation);
        using var receipt = JsonDocument.Parse(await asked.Content.ReadAsStringAsync(cancellation));
        return receipt.RootElement.GetProperty("files")[0].GetProperty("state").GetString() ?? "received";
    }

    private async Task<HttpResponseMessage> AskAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        var reply = await http.SendAsync(request, cancellation);
        if (reply.IsSuccessStatusCode)
        {
            return reply;
        }

        using (reply)
        {
            var reason = await DetailAsync(reply, cancellation);
            if (reply.StatusCode is Conflict or HttpStatusCode.Locked or HttpStatusCode.TooManyRequests or HttpStatusCode.Gone or HttpStatusCode.NotFound
                or >= HttpStatusCode.InternalServerError)
            {
                if (reply.Headers.RetryAfter?.Delta is { } wait)
                {
                    await Task.Delay(wait, cancellation);
                }

                throw new BusyException(reason);
            }

            throw new FileRefusedException(reason);
        }
    }

    private static async Task<string> DetailAsync(HttpResponseMessage reply, CancellationToken cancellation)
    {
        try
        {
            using var problem = JsonDocument.Parse(await reply.Content.ReadAsStringAsync(cancellation));
            return problem.RootElement.GetProperty("detail").GetString() ?? "";
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return $"The service answered {(int)reply.StatusCode}.";
        }
    }

    private static async Task<HttpContent> ReadAsync(FileStream file, long offset, CancellationToken cancellation)
    {
        var bytes = new byte[Math.Min(Piece, file.Length - offset)];
        file.Position = offset;
        await file.ReadExactlyAsync(bytes, cancellation);
        return new ByteArrayContent(bytes) { Headers = { ContentType = new MediaTypeHeaderValue(PieceType) } };
    }

    private static string KeyOf(FileStream file, string path)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{Path.GetFullPath(path)}\n{file.Length}\n{File.GetLastWriteTimeUtc(path).Ticks}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));
    }

    private static long OffsetOf(HttpResponseMessage reply) =>
        reply.Headers.TryGetValues("Upload-Offset", out var values) && long.TryParse(values.First(), CultureInfo.InvariantCulture, out var offset) ? offset : 0;

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    private string WordsOf(HttpRequestException exception) => exception.HttpRequestError switch
    {
        HttpRequestError.NameResolutionError => $"There is no host {address.Host}.",
        HttpRequestError.ConnectionError => $"Nothing answers at {address.Authority}.",
        HttpRequestError.SecureConnectionError =>
            $"The connection to {address.Authority} is not safe: {exception.InnerException?.Message ?? exception.Message}",
        _ => $"The connection to {address.Authority} was cut.",
    };

    /// <summary>Says that the service cannot take it just now.</summary>
    private sealed class BusyException(string reason) : Exception(reason);
}

/// <summary>Says why nothing can be sent.</summary>
internal sealed class SendingException(string reason) : Exception(reason);

/// <summary>Says why one file was not taken.</summary>
internal sealed class FileRefusedException(string reason) : Exception(reason);
