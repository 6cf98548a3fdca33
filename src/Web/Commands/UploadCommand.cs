using System.CommandLine;
using KneeLoad.Web.Commands.Sending;
using KneeLoad.Web.Commands.Terms;

namespace KneeLoad.Web.Commands;

/// <summary>The verb <c>upload</c>: sends files or folders to a service over its API, and goes on where an earlier call was cut off.</summary>
internal static class UploadCommand
{
    /// <summary>The variable of the environment that the token may stand in.</summary>
    public const string TokenVariable = "KNEELOAD_TOKEN";

    /// <summary>The verb with its options.</summary>
    public static Command Create()
    {
        var url = new Option<string>("--url") { Description = "The address of the service, such as https://knees.example.org.", Required = true };
        var tokenFile = new Option<FileInfo?>("--token-file")
        {
            Description = $"A file with a personal token that may upload; without it the variable {TokenVariable} is read.",
        };
        var plain = new Option<bool>("--allow-plain-http") { Description = "Sends token and files in the clear to another machine." };
        var paths = new Argument<string[]>("PATH") { Description = "Files and folders.", Arity = ArgumentArity.OneOrMore };
        var command = new Command("upload", "Sends files or folders to a service; a second call goes on where the first was cut off.")
        {
            url, tokenFile, plain, paths,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            try
            {
                var address = AddressOf(parsed.GetRequiredValue(url), parsed.GetValue(plain));
                using var sender = new TusSender(address, await TokenAsync(parsed.GetValue(tokenFile), cancellation));
                await sender.GreetAsync(cancellation);
                return await SendAsync(sender, parsed.GetRequiredValue(paths), output, error, cancellation);
            }
            catch (SendingException exception)
            {
                await error.WriteLineAsync(exception.Message);
                return ExitCode.Misused;
            }
        });
        return command;
    }

    private static async Task<int> SendAsync(TusSender sender, string[] paths, TextWriter output, TextWriter error, CancellationToken cancellation)
    {
        var progress = ProgressLine.For(error, writesMeanwhile: true);
        List<string> files = [.. paths.SelectMany(InputFiles.FilesOf)];
        var (batch, refused) = (Guid.CreateVersion7(), 0);
        for (var number = 0; number < files.Count; number++)
        {
            var path = files[number];
            try
            {
                var done = (double)number / files.Count;
                var state = await sender.SendAsync(path, batch, share => progress?.Show(path, done + (share / files.Count)), cancellation);
                progress?.Clear();
                await output.WriteLineAsync($"{path}: {state}");
            }
            catch (Exception exception) when (exception is FileRefusedException or IOException or UnauthorizedAccessException)
            {
                refused++;
                progress?.Clear();
                await error.WriteLineAsync($"{path}: {ReasonOf(exception)}");
            }
        }

        return refused == 0 ? ExitCode.Done : ExitCode.Refused;
    }

    private static string ReasonOf(Exception exception) => exception switch
    {
        FileNotFoundException or DirectoryNotFoundException => "There is no such file.",
        FileRefusedException => exception.Message,
        _ => $"The file cannot be read: {exception.Message}",
    };

    // A token in the clear is everybody's on the way.
    private static Uri AddressOf(string url, bool allowsPlain)
    {
        if (!Uri.TryCreate(url.TrimEnd('/') + "/", UriKind.Absolute, out var address)
            || address.Scheme is not ("http" or "https") || address.UserInfo.Length > 0)
        {
            throw new SendingException("--url takes the address of the service, such as https://knees.example.org.");
        }

        return address.Scheme == "https" || address.IsLoopback || allowsPlain
            ? address
            : throw new SendingException(
                $"Plain http would show the token to everybody between here and {address.Host}. Use https, or say --allow-plain-http.");
    }

    private static async Task<string> TokenAsync(FileInfo? file, CancellationToken cancellation)
    {
        try
        {
            var text = file is null ? Environment.GetEnvironmentVariable(TokenVariable) : await File.ReadAllTextAsync(file.FullName, cancellation);
            return text?.Trim() is { Length: > 0 } token && token.All(letter => letter is > ' ' and <= '~')
                ? token
                : throw new SendingException(file is null
                    ? $"A personal token is needed: in a file that --token-file names, or in the variable {TokenVariable}. Settings, Programs makes one."
                    : $"{file} holds no token.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new SendingException($"The token file {file} cannot be read.");
        }
    }
}
