using KneeLoad.Web.Hosting;
using Microsoft.Extensions.Configuration;

namespace KneeLoad.Web.Tests.Hosting;

public sealed class AddressTests
{
    [Theory]
    [InlineData(null, "http://localhost:5080/")]
    [InlineData("http://127.0.0.1:0", "http://127.0.0.1:0/")]
    [InlineData("http://[::1]:80", "http://[::1]/")]
    [InlineData("https://0.0.0.0:443", "https://0.0.0.0/")]
    public void Loopback_and_https_are_served(string? urls, string shown) =>
        Assert.Equal(shown, Address.From(Settings(("urls", urls))).Public.ToString());

    [Theory]
    [InlineData("http://0.0.0.0:5080")]
    [InlineData("http://*:80")]
    [InlineData("http://localhost:5080;http://192.168.1.5:5080")]
    public void OPS_01_Plain_http_that_leaves_this_machine_is_refused(string urls)
    {
        var refusal = Assert.Throws<SettingException>(() => Address.From(Settings(("urls", urls))));

        Assert.Contains("AllowPlainHttp", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Plain_http_is_served_where_the_owner_says_so_and_is_known_as_such()
    {
        var address = Address.From(Settings(("urls", "http://0.0.0.0:5080"), ("AllowPlainHttp", "true"), ("PublicUrl", "http://knees.home.arpa:5080")));

        Assert.True(address.PlainHttpAllowed);
        Assert.False(address.IsHttps);
    }

    [Fact]
    public void OPS_01_Plain_http_under_any_name_is_refused()
    {
        var refusal = Assert.Throws<SettingException>(() => Address.From(Settings(("urls", "http://0.0.0.0:5080"), ("AllowPlainHttp", "true"))));

        Assert.Contains("needs PublicUrl", refusal.Message, StringComparison.Ordinal);
        Assert.True(Address.From(Settings(("AllowPlainHttp", "true"))).PlainHttpAllowed);
    }

    [Fact]
    public void Behind_an_https_address_a_proxy_may_come_by_plain_http() =>
        Assert.True(Address.From(Settings(("urls", "http://0.0.0.0:5080"), ("PublicUrl", "https://knees.example.org"))).IsHttps);

    [Theory]
    [InlineData("knees.example.org")]
    [InlineData("ftp://knees.example.org")]
    public void A_public_address_that_is_none_is_refused(string url) =>
        Assert.Throws<SettingException>(() => Address.From(Settings(("PublicUrl", url))));

    private static IConfiguration Settings(params (string Key, string? Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, setting.Value))).Build();
}
