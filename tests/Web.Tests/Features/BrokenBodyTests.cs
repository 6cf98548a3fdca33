using System.Net;
using System.Net.Http.Headers;
using System.Text;
using KneeLoad.Web.Mailing;
using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Tests.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace KneeLoad.Web.Tests.Features;

/// <summary>Bodies that are no forms, sent to every address that takes one from anybody.</summary>
public sealed class BrokenBodyTests(RunningService service) : IClassFixture<RunningService>
{
    private readonly WebHost host = service.Anew();

    public static TheoryData<string> Bodies => ["long", "open", "no boundary", "odd letters", "other kind"];

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task WEB_12_No_broken_body_is_a_fault_of_the_service(string body)
    {
        using var stranger = host.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = false });
        var asked = 0;
        foreach (var route in (await Routes.AllAsync(host)).Where(route => route.Metadata.GetMetadata<IAllowAnonymous>() is not null && !route.IsFile()))
        {
            foreach (var address in route.Handlers("Post").Append("").Distinct().Select(handler => route.Address(Guid.NewGuid()) + handler))
            {
                host.Callers.Move();
                using var content = Broken(body);
                using var reply = await stranger.PostAsync(address, content);
                Assert.True((int)reply.StatusCode < 500, $"{address}: {(int)reply.StatusCode}");
                asked++;
            }
        }

        Assert.True(asked >= 8, $"{asked}");
    }

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task MA_05_A_link_of_a_mail_acts_by_its_address_whatever_the_body_is(string body)
    {
        var runner = await host.RunnerAsync("runner", weeklyMail: true);
        await host.AskAsync(db => db.Users.ExecuteUpdateAsync(set => set.SetProperty(row => row.EmailConfirmed, false)));
        var links = new Dictionary<MailTokenPurpose, string>();
        await using (var scope = host.Services.OfAll())
        {
            foreach (var purpose in new[] { MailTokenPurpose.Unsubscribe, MailTokenPurpose.ConfirmAddress, MailTokenPurpose.PainEntry })
            {
                links[purpose] = await scope.ServiceProvider
                    .GetRequiredService<MailTokens>()
                    .MintAsync(runner.RunnerId, purpose, new LocalDate(2026, 11, 15), CancellationToken.None);
            }

            await scope.ServiceProvider.GetRequiredService<KneeLoadDbContext>().SaveChangesAsync();
        }

        using var stranger = host.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = false });
        using var left = await SendAsync(stranger, $"/mail/unsubscribe/{links[MailTokenPurpose.Unsubscribe]}", body);
        using var confirmed = await SendAsync(stranger, $"/mail/confirm/{links[MailTokenPurpose.ConfirmAddress]}", body);
        using var pain = await SendAsync(stranger, $"/mail/pain/{links[MailTokenPurpose.PainEntry]}", body);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.BadRequest), (left.StatusCode, confirmed.StatusCode, pain.StatusCode));
        var row = await host.AskAsync(db => db.Users.AsNoTracking().SingleAsync());
        Assert.Equal((false, true), (row.WeeklyMail, row.EmailConfirmed));
        Assert.Equal(0, await host.AskAsync(db => db.DiaryNotes.CountAsync()));
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient stranger, string address, string body)
    {
        using var content = Broken(body);
        return await stranger.PostAsync(address, content);
    }

    private static ByteArrayContent Broken(string body)
    {
        var (kind, bytes) = body switch
        {
            "long" => ("application/x-www-form-urlencoded", Encoding.ASCII.GetBytes("a=" + new string('x', 10_000))),
            "open" => ("multipart/form-data; boundary=q", "--q\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nand no end"u8.ToArray()),
            "no boundary" => ("multipart/form-data", "--q\r\n\r\n--q--"u8.ToArray()),
            "odd letters" => ("application/x-www-form-urlencoded; charset=utf-7", "%=%zz&%00=%ff&\xff=1"u8.ToArray()),
            _ => ("application/octet-stream", new byte[] { 0, 1, 2, 255 }),
        };
        return new(bytes) { Headers = { ContentType = MediaTypeHeaderValue.Parse(kind) } };
    }
}
