using KneeLoad.Testing;
using KneeLoad.Web.Email;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace KneeLoad.Web.Tests.Email;

public sealed class FileMailTransportTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("kneeload-mail-");
    private readonly LineLog<FileMailTransport> log = new();

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task A_mail_becomes_a_file_named_after_its_id()
    {
        var delivery = await Transport().SendAsync(Mails.Plain, TestContext.Current.CancellationToken);

        Assert.Equal(Delivery.Taken, delivery);
        var file = Assert.Single(folder.EnumerateFiles("*", SearchOption.AllDirectories));
        Assert.Equal("0123456789abcdef.2026-W47.eml", file.Name);
        var mail = ReceivedMail.Parse(await File.ReadAllTextAsync(file.FullName, TestContext.Current.CancellationToken));
        Assert.Equal("Calm week, 2 runs", mail["Subject"]);
        Assert.Equal(Mails.Plain.TextBody.ReplaceLineEndings("\r\n"), mail.Text);
    }

    [Fact]
    public async Task A_repeat_replaces_its_file()
    {
        var transport = Transport();

        await transport.SendAsync(Mails.Plain, TestContext.Current.CancellationToken);
        await transport.SendAsync(Mails.Plain, TestContext.Current.CancellationToken);

        Assert.Single(folder.EnumerateFiles("*.eml"));
    }

    [Fact]
    public async Task The_log_says_once_that_mails_become_files()
    {
        var transport = Transport();

        await transport.SendAsync(Mails.Plain, TestContext.Current.CancellationToken);
        await transport.SendAsync(Mails.Plain with { MessageId = "another@knee.example.org" }, TestContext.Current.CancellationToken);

        var line = Assert.Single(log.Lines);
        Assert.Contains("No mail server is set", line, StringComparison.Ordinal);
        Assert.DoesNotContain("runner@", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_id_does_not_lead_out_of_the_folder()
    {
        await Transport().SendAsync(Mails.Plain with { MessageId = "../../escape@knee.example.org" }, TestContext.Current.CancellationToken);

        Assert.Equal(".._.._escape.eml", Assert.Single(folder.EnumerateFiles("*.eml")).Name);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_tried_again()
    {
        var blocked = Path.Combine(folder.FullName, "blocked");
        await File.WriteAllTextAsync(blocked, "", TestContext.Current.CancellationToken);

        var delivery = await new FileMailTransport(blocked, Mails.Sender, SystemClock.Instance, log).SendAsync(
            Mails.Plain, TestContext.Current.CancellationToken);

        Assert.Equal(DeliveryOutcome.TryAgain, delivery.Outcome);
    }

    private FileMailTransport Transport() => new(folder.FullName, Mails.Sender, SystemClock.Instance, log);

    private sealed class LineLog<T> : ILogger<T>
    {
        public List<string> Lines { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Add(formatter(state, exception));
    }
}
