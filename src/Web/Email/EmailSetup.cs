using KneeLoad.Web.Hosting;
using NodaTime;

namespace KneeLoad.Web.Email;

/// <summary>Registers the way out of mails: by the server of the section "Mail", or as files in the data folder where none is set.</summary>
public static class EmailSetup
{
    /// <summary>Adds the transport.</summary>
    /// <exception cref="SettingException">A setting is wrong; it says which.</exception>
    public static WebApplicationBuilder AddEmail(this WebApplicationBuilder builder)
    {
        var settings = builder.Configuration.GetSection(MailSettings.Section).Get<MailSettings>() ?? new MailSettings();
        if (settings.Fault is { } fault)
        {
            throw new SettingException(fault);
        }

        var sender = Sender(settings, Address.From(builder.Configuration));
        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton<MailFiles>();
        builder.Services.AddSingleton<IMailTransport>(services => settings.Host is null
            ? new FileMailTransport(
                services.GetRequiredService<DataFolder>().Mails,
                sender,
                services.GetRequiredService<IClock>(),
                services.GetRequiredService<ILogger<FileMailTransport>>())
            : new SmtpMailTransport(settings, sender, services.GetRequiredService<IClock>(), services.GetRequiredService<ILogger<SmtpMailTransport>>()));
        return builder;
    }

    /// <summary>The address that was set, else one at the public host; an IPv6 address is no such host.</summary>
    private static Mailbox Sender(MailSettings settings, Address address) =>
        new[] { settings.From, $"kneeload@{address.Public.IdnHost}", "kneeload@localhost" }
            .Select(text => Mailbox.TryParse(text, out var mailbox) ? mailbox : null)
            .OfType<Mailbox>()
            .First();
}
