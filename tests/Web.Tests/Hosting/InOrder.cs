using System.Reflection;
using KneeLoad.Web.Tests.Hosting;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestFramework(typeof(InOrder))]

namespace KneeLoad.Web.Tests.Hosting;

/// <summary>
/// Begins the collections in the order that <see cref="LongestFirst"/> asks for. The framework hands them to the thread pool, whose threads
/// take what was handed over from inside of it last in, first out: whichever thread came first, the order was kept or turned around.
/// </summary>
internal sealed class InOrder : XunitTestFramework
{
    /// <inheritdoc/>
    protected override ITestFrameworkExecutor CreateExecutor(Assembly assembly) =>
        new Executor(new XunitTestAssembly(assembly, configFileName: null, assembly.GetName().Version));

    private sealed class Executor(IXunitTestAssembly assembly) : XunitTestFrameworkExecutor(assembly)
    {
        public override async ValueTask RunTestCases(
            IReadOnlyCollection<IXunitTestCase> testCases,
            IMessageSink executionMessageSink,
            ITestFrameworkExecutionOptions executionOptions,
            CancellationToken cancellationToken) =>
            await new Runner().Run(TestAssembly, testCases, executionMessageSink, executionOptions, cancellationToken);
    }

    private sealed class Runner : XunitTestAssemblyRunner
    {
        protected override ValueTask<RunSummary> RunTestCollections(XunitTestAssemblyRunnerContext ctxt, Exception? exception)
        {
            var before = SynchronizationContext.Current;
            // The plain context hands everything to the queue that all threads share, first in, first out.
            SynchronizationContext.SetSynchronizationContext(new SynchronizationContext());
            try
            {
                return base.RunTestCollections(ctxt, exception);
            }
            finally
            {
                SynchronizationContext.SetSynchronizationContext(before);
            }
        }
    }
}
