using KneeLoad.Web.Tests.Hosting;

namespace KneeLoad.Web.Tests.Features.Admin;

/// <summary>A running service that takes map extracts of up to a megabyte.</summary>
public sealed class SmallExtractsService() : RunningService(new WebHost().With("Maps:LargestExtractGigabytes", "0.001"));
