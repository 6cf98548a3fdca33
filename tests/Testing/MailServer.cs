using System.Buffers;
using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using SmtpServer;
using SmtpServer.Authentication;
using SmtpServer.ComponentModel;
using SmtpServer.IO;
using SmtpServer.Mail;
using SmtpServer.Net;
using SmtpServer.Protocol;
using SmtpServer.Storage;
using Engine = SmtpServer.SmtpServer;

namespace KneeLoad.Testing;

/// <summary>A real SMTP server in this process that keeps what it takes and answers as told.</summary>
public sealed class MailServer : IDisposable
{
    private static readonly string[] BeforeTls = ["greeting", "ehlo", "starttls", "tls"];

    private readonly CancellationTokenSource end = new();
    private readonly ConcurrentQueue<ReceivedMail> received = new();
    private readonly ConcurrentDictionary<string, bool> refused = new(StringComparer.Ordinal);
    private readonly X509Certificate2 certificate;
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly bool isImplicit;
    private volatile Told told = new("accept", "");
    private volatile string? login;
    private volatile bool offersTls = true;
    private int attempts;

    private MailServer(TestAuthority authority, bool isImplicit)
    {
        (certificate, this.isImplicit) = (authority.ServerCertificate(), isImplicit);
        listener.Start();
        var house = new House(this);
        var services = new ServiceProvider();
        services.Add((IEndpointListenerFactory)house);
        services.Add((IMailboxFilter)house);
        services.Add((IMessageStore)house);
        services.Add((IUserAuthenticator)house);
        var options = new SmtpServerOptionsBuilder().ServerName("localhost").Endpoint(house).CustomSmtpGreeting(_ => Greeting).Build();
        var engine = new Engine(options, services);
        engine.SessionCreated += (_, session) => session.Context.CommandExecuting += (_, command) => HoldData(command.Command.Name);
        _ = engine.StartAsync(end.Token);
    }

    /// <summary>The port that it listens on, at localhost.</summary>
    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>Mails that were begun, whatever became of them. [1]</summary>
    public int Attempts => attempts;

    private string Greeting => told.Mode == "greet" ? told.Rest : "220 localhost ready";

    /// <summary>Starts one that shows a certificate of this authority.</summary>
    /// <param name="authority">The authority.</param>
    /// <param name="isImplicit">True where the talk begins with TLS, false where it comes by STARTTLS.</param>
    public static MailServer Start(TestAuthority authority, bool isImplicit = false) => new(authority, isImplicit);

    /// <summary>
    /// From now on it behaves so; who was left without an answer gets one.
    /// <list type="bullet">
    /// <item>accept: takes everything</item>
    /// <item>login NAME PASSWORD: takes mail only from this user, from now on</item>
    /// <item>no-starttls: offers no TLS, from now on</item>
    /// <item>greet CODE TEXT, mail CODE TEXT, rcpt CODE TEXT, data CODE TEXT: answers the call, MAIL, RCPT or the end of the mail with it</item>
    /// <item>refuse ADDRESS: answers RCPT of this address with 550, from now on</item>
    /// <item>drop: keeps the mail, breaks the line before the answer; drop-at mail, drop-at rcpt: breaks it there</item>
    /// <item>hang: keeps the mail, does not answer; hang-at greeting, ehlo, starttls, tls, auth, mail, rcpt, begin: does not answer there; hang-once
    /// STATE: not to the first that comes there</item>
    /// </list>
    /// </summary>
    public void Tell(string behaviour)
    {
        ArgumentNullException.ThrowIfNull(behaviour);
        var (mode, rest) = behaviour.Split(' ', 2) is [var first, var more] ? (first, more) : (behaviour, "");
        switch (mode)
        {
            case "login":
                login = rest;
                return;
            case "refuse":
                refused[rest] = true;
                return;
            case "no-starttls":
                offersTls = false;
                return;
            default:
                var before = told;
                told = new(mode, rest);
                before.Over.TrySetResult();
                return;
        }
    }

    /// <summary>Waits until somebody is left without an answer.</summary>
    public Task HangingAsync() => told.Begun.Task.WaitAsync(Patience.Bound);

    /// <summary>The mails that it took, in order.</summary>
    public IReadOnlyList<ReceivedMail> Received() => [.. received];

    /// <summary>Throws away what it took so far.</summary>
    public void Forget() => received.Clear();

    /// <inheritdoc/>
    public void Dispose()
    {
        end.Cancel();
        told.Over.TrySetResult();
        listener.Stop();
        certificate.Dispose();
        end.Dispose();
    }

    private static SmtpResponse Response(string text) => new((SmtpReplyCode)int.Parse(text.AsSpan(0, 3), CultureInfo.InvariantCulture), text[4..]);

    private static void Break(ISessionContext context) => ((Socket)context.Properties[nameof(Socket)]).Close(0);

    private async Task PassAsync(string state, ISessionContext? context)
    {
        var now = told;
        if (now.Rest == state && (now.Mode is "hang-at" or "hang-once") && (now.Begun.TrySetResult() || now.Mode == "hang-at"))
        {
            await now.Over.Task.WaitAsync(end.Token);
        }

        if (now.Rest == state && now.Mode == "drop-at" && context is not null)
        {
            Break(context);
        }

        if (now.Mode == state)
        {
            throw new SmtpResponseException(Response(now.Rest));
        }
    }

    // The engine asks nobody about DATA and says so only.
    private void HoldData(string command)
    {
        if (command == "DATA")
        {
#pragma warning disable VSTHRD002, xUnit1031 // A talk that stands still holds its thread.
            PassAsync("begin", context: null).GetAwaiter().GetResult();
#pragma warning restore VSTHRD002, xUnit1031
        }
    }

    /// <summary>A behaviour.</summary>
    private sealed record Told(string Mode, string Rest)
    {
        public TaskCompletionSource Begun { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource Over { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    /// <summary>The parts of a server that the engine asks for, by one class.</summary>
    private sealed class House(MailServer server)
        : IEndpointDefinition, IEndpointListenerFactory, IEndpointListener, IMailboxFilter, IMessageStore, IUserAuthenticator, ICertificateFactory
    {
        public IPEndPoint Endpoint => (IPEndPoint)server.listener.LocalEndpoint;

        public bool IsSecure => server.isImplicit;

        public bool AuthenticationRequired => server.login is not null;

        public bool AllowUnsecureAuthentication => false;

        public TimeSpan SessionTimeout => TimeSpan.FromHours(1);

        public ICertificateFactory? CertificateFactory => server.offersTls ? this : null;

        public SslProtocols SupportedSslProtocols => SslProtocols.None;

        public X509Certificate GetServerCertificate(ISessionContext sessionContext) => server.certificate;

        public IEndpointListener CreateListener(IEndpointDefinition endpointDefinition) => this;

        public async Task<ISecurableDuplexPipe> GetPipeAsync(ISessionContext context, CancellationToken cancellationToken)
        {
            var socket = await server.listener.AcceptSocketAsync(cancellationToken);
            context.Properties[nameof(Socket)] = socket;
            var said = 0;
            return new SmtpPipe(
                new NetworkStream(socket, ownsSocket: true),
                () => said < BeforeTls.Length ? server.PassAsync(BeforeTls[said++], context) : Task.CompletedTask);
        }

        public async Task<bool> CanAcceptFromAsync(ISessionContext context, IMailbox from, int size, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref server.attempts);
            await server.PassAsync("mail", context);
            return true;
        }

        public async Task<bool> CanDeliverToAsync(ISessionContext context, IMailbox to, IMailbox from, CancellationToken cancellationToken)
        {
            await server.PassAsync("rcpt", context);
            return server.refused.ContainsKey($"{to.User}@{to.Host}") ? throw new SmtpResponseException(Response("550 5.1.1 no such user")) : true;
        }

        public async Task<SmtpResponse> SaveAsync(
            ISessionContext context, IMessageTransaction transaction, ReadOnlySequence<byte> buffer, CancellationToken cancellationToken)
        {
            var now = server.told;
            if (now.Mode == "data")
            {
                return Response(now.Rest);
            }

            server.received.Enqueue(ReceivedMail.Parse(buffer.ToArray()) with
            {
                IsTls = context.Pipe.IsSecure,
                Envelope = $"{transaction.From.User}@{transaction.From.Host} {string.Join(',', transaction.To.Select(to => $"{to.User}@{to.Host}"))}",
            });
            if (now.Mode == "drop")
            {
                Break(context);
            }

            if (now.Mode == "hang")
            {
                now.Begun.TrySetResult();
                await now.Over.Task.WaitAsync(server.end.Token);
            }

            return SmtpResponse.Ok;
        }

        public async Task<bool> AuthenticateAsync(ISessionContext context, string user, string password, CancellationToken cancellationToken)
        {
            await server.PassAsync("auth", context);
            return $"{user} {password}" == server.login;
        }

        public void Dispose()
        {
            // The engine disposes of each part after each word; the server ends as a whole.
        }
    }
}
