using KneeLoad.Web.Storage;
using Microsoft.Data.Sqlite;

namespace KneeLoad.Web.Tests.Storage;

public sealed class DiskFullTests
{
    [Fact]
    public void RE_05_RE_06_A_real_full_disk_is_told()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "This system has no /dev/full.");

        var fault = Assert.Throws<IOException>(() =>
        {
            using var full = new FileStream("/dev/full", FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
            full.WriteByte(1);
        });

        Assert.True(DiskFull.Is(fault));
        Assert.True(DiskFull.Is(new InvalidOperationException("outer", fault)));
    }

    [Fact]
    public void A_real_full_SQLite_file_is_told()
    {
        using var db = new SqliteConnection("Data Source=");
        db.Open();
        using var command = db.CreateCommand();
        command.CommandText = "CREATE TABLE t(x); PRAGMA max_page_count=5;";
        command.ExecuteScalar();
        command.CommandText = "INSERT INTO t VALUES(zeroblob(1000000));";

        var fault = Assert.Throws<SqliteException>(() => command.ExecuteNonQuery());

        Assert.True(DiskFull.Is(fault));
    }

    [Fact]
    public void Other_faults_are_not() => Assert.False(DiskFull.Is(new FileNotFoundException("no", new IOException("cut"))));
}
