using KneeLoad.Web.Shared.Hosting;

namespace KneeLoad.Web.Email;

/// <summary>How mails leave: by the server of the section "Mail", or as files in the data folder where none is set.</summary>
public static class EmailSetup
{
    /// <summary>Adds the transport.</summary>
    /// <exception cref="SettingException">A setting is wrong; it says which.</exception>
    public static void AddEmail(this WebApplicationBuilder builder)
    {
        var settings = builder.Configuration.GetSection(MailSettings.Section).Get<MailSettings>() ?? new MailSettings();
        if (settings.Fault is { } fault)
        {
            throw new SettingException(fault);
        }

        var from = settings.From ?? $"kneeload@{Address.From(builder.Configuration).Public.IdnHost}";
        if (!Mailbox.TryParse(from, out var sender))
        {
            throw new SettingException($"Mail:From is missing: {from} is no mail address.");
        }

        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton<IMailTransport>(services => settings.Host is null
            ? new FileMailTransport(services.GetRequiredService<DataFolder>().Mails, sender, services.GetRequiredService<ILogger<FileMailTransport>>())
            : new SmtpMailTransport(settings, sender, services.GetRequiredService<ILogger<SmtpMailTransport>>()));
    }
}
