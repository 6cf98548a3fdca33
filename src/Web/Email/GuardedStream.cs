using KneeLoad.Ingest.Bytes;

namespace KneeLoad.Web.Email;

/// <summary>
/// A line to a server that carries no word any more once the right to say it is gone. A process that stood still in the middle of a mail
/// for longer than its claim does not end that mail when it goes on. The right to the mail itself is asked for at its first word, so that
/// a mail whose server is slow to take sender and reader has not begun.
/// </summary>
/// <param name="line">The line.</param>
/// <param name="right">The right to say what is said.</param>
internal sealed class GuardedStream(Stream line, MailRight right) : OneWayStream
{
    private bool asks;

    /// <summary>The reason for which the mail may not leave; null where it may, or was not asked.</summary>
    public Exception? Refusal { get; private set; }

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanWrite => true;

    /// <summary>The next word is the first of the mail: the right to it is asked for before it is said.</summary>
    public void AskBeforeNextWord() => asks = true;

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer) => line.Read(buffer);

    /// <inheritdoc/>
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => line.ReadAsync(buffer, cancellationToken);

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        Demand();
        line.Write(buffer);
    }

    /// <inheritdoc/>
    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (asks)
        {
            await AskAsync(cancellationToken);
        }

        Demand();
        await line.WriteAsync(buffer, cancellationToken);
    }

    /// <inheritdoc/>
    public override void Flush() => line.Flush();

    /// <inheritdoc/>
    public override Task FlushAsync(CancellationToken cancellationToken) => line.FlushAsync(cancellationToken);

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            line.Dispose();
        }

        base.Dispose(disposing);
    }

    private async Task AskAsync(CancellationToken cancellationToken)
    {
        asks = false;
        try
        {
            await right.Begin(cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Refusal = exception;
            throw;
        }
    }

    private void Demand()
    {
        if (!right.Holds())
        {
            throw new StoodStillException();
        }
    }
}

/// <summary>Says that this process stood still for longer than it may, and lets no word out any more.</summary>
internal sealed class StoodStillException() : IOException("This process stood still for longer than its claim.");
