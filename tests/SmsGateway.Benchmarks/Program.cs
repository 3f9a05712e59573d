using BenchmarkDotNet.Running;
using SmsGateway.Benchmarks.Segments;
using SmsGateway.Benchmarks.Sending;

// "bench" prints the segment engine's ratios, "send" those of sending; anything else goes to BenchmarkDotNet, as in: --filter '*Segment*'
switch (args)
{
    case ["bench", ..]:
        return SegmentsBench.Run();
    case ["send", ..]:
        return await SendBench.RunAsync();
    case ["serve"]:
        return ReplyServer.Run();
    default:
        BenchmarkSwitcher.FromAssembly(typeof(SegmentsBench).Assembly).Run(args);
        return 0;
}
