using KneeLoad.Ingest.Maps.Building;

namespace KneeLoad.Ingest.Tests.Maps.Building;

public sealed class OrderedParallelTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public async Task Results_come_in_order_whoever_is_ready_first(int processors)
    {
        var order = new List<int>();

        await foreach (var worker in OrderedParallel.DoAsync(
            50, processors, () => new Worker(), (worker, i) => worker.Number = Spin(i), TestContext.Current.CancellationToken))
        {
            order.Add(worker.Number);
        }

        Assert.Equal(Enumerable.Range(0, 50), order);
    }

    [Fact]
    public async Task A_fault_comes_to_who_asks_and_no_worker_stays()
    {
        var workers = new List<Worker>();
        var seen = 0;

        await Assert.ThrowsAsync<IOException>(async () =>
        {
            await foreach (var worker in OrderedParallel.DoAsync(
                20, 3, () => Made(workers), (worker, i) => worker.Number = i == 7 ? throw new IOException() : i, TestContext.Current.CancellationToken))
            {
                seen++;
            }
        });

        Assert.Equal(7, seen);
        Assert.All(workers, worker => Assert.True(worker.IsDisposed));
    }

    [Fact]
    public async Task No_work_needs_no_worker()
    {
        await foreach (var worker in OrderedParallel.DoAsync(0, 4, () => new Worker(), (_, _) => { }, TestContext.Current.CancellationToken))
        {
            Assert.Fail($"There is no work, but {worker.Number} was done.");
        }
    }

    private static Worker Made(List<Worker> workers)
    {
        workers.Add(new Worker());
        return workers[^1];
    }

    private static int Spin(int number)
    {
        Thread.SpinWait(number % 3 * 20_000);
        return number;
    }

    private sealed class Worker : IDisposable
    {
        public int Number { get; set; }

        public bool IsDisposed { get; private set; }

        public void Dispose() => IsDisposed = true;
    }
}
