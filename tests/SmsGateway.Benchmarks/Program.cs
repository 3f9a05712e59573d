using BenchmarkDotNet.Running;
using SmsGateway.Benchmarks.Segments;
using SmsGateway.Benchmarks.Sending;
using SmsGateway.Benchmarks.Soaking;

// "bench" prints the segment engine's ratios, "send" those of sending, "soak" holds every result of a long
// run full of faults against the gateways' ledger; anything else goes to BenchmarkDotNet, as in: --filter '*Segment*'
switch (args)
{
    case ["bench", ..]:
        return SegmentsBench.Run();
    case ["send", ..]:
        return await SendBench.RunAsync();
    case ["soak"]:
        return await Soak.RunAsync();
    case ["soak", var messages]:
        return await Soak.RunAsync(int.Parse(messages, System.Globalization.CultureInfo.InvariantCulture));
    case ["serve"]:
        return ReplyServer.Run();
    default:
        BenchmarkSwitcher.FromAssembly(typeof(SegmentsBench).Assembly).Run(args);
        return 0;
}
