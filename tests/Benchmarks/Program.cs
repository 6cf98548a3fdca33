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

if (args is ["match", ..])
{
    return MatchVerb.Run(args.AsSpan(1));
}

if (args is ["peak", ..])
{
    return PeakVerb.Run(args.AsSpan(1));
}

if (args is [PeakVerb.One, var path])
{
    return PeakVerb.RunOne(path);
}

if (args is ["valhalla"])
{
    return await ValhallaVerb.RunAsync();
}

if (args is ["copies", var number, var output, ..] && args.Length > 3 && int.TryParse(number, out var copies))
{
    return ShiftedCopies.Run(copies, output, args.AsSpan(3));
}

BenchmarkDotNet.Running.BenchmarkSwitcher.FromAssembly(typeof(DecodeVerb).Assembly).Run(args);
return 0;
