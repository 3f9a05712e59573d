using BenchmarkDotNet.Running;
using SmsGateway.Benchmarks.Segments;
using SmsGateway.Benchmarks.Sending;
using SmsGateway.Benchmarks.Webhooks;

// "bench" prints the segment engine's ratios, "send" those of sending, "webhooks" that of receiving; anything else goes to BenchmarkDotNet, as in: --filter '*Segment*'
switch (args)
{
    case ["bench", ..]:
        return SegmentsBench.Run();
    case ["send", ..]:
        return await SendBench.RunAsync();
    case ["webhooks", ..]:
        return await WebhooksBench.RunAsync();
    case ["serve"]:
        return ReplyServer.Run();
    default:
        BenchmarkSwitcher.FromAssembly(typeof(SegmentsBench).Assembly).Run(args);
        return 0;
}
