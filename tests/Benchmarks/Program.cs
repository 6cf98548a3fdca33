using KneeLoad.Benchmarks;

if (args is ["decode", ..])
{
    return DecodeVerb.Run(args.AsSpan(1));
}

if (args is ["gpx", ..])
{
    return GpxComparison.Run(args.AsSpan(1));
}

if (args is ["analyze", ..])
{
    return AnalyzeVerb.Run(args.AsSpan(1));
}

BenchmarkDotNet.Running.BenchmarkSwitcher.FromAssembly(typeof(DecodeVerb).Assembly).Run(args);
return 0;
