using BenchmarkDotNet.Running;
using SmsGateway.Benchmarks.Segments;

// "bench" prints in-process ratios within a minute; anything else goes to BenchmarkDotNet, as in: --filter '*Segment*'
switch (args)
{
    case ["bench", ..]:
        return SegmentsBench.Run();
    default:
        BenchmarkSwitcher.FromAssembly(typeof(SegmentsBench).Assembly).Run(args);
        return 0;
}
