using BenchmarkDotNet.Running;
using SmsGateway.Benchmarks.Emulating;
using SmsGateway.Benchmarks.Segments;
using SmsGateway.Benchmarks.Sending;
using SmsGateway.Benchmarks.Soaking;
using SmsGateway.Benchmarks.Webhooks;

// "bench" prints the segment engine's ratios, "send" those of sending (with a number: fails when the bytes' ratio is above it), "scale" what a
// message costs as there are more, "webhooks" the ratio of receiving, "emulator" what the emulator costs as it keeps more, "soak" holds every
// result of a long run full of faults against the gateways' ledger; anything else goes to BenchmarkDotNet, as in: --filter '*Segment*'
switch (args)
{
    case ["bench", ..]:
        return SegmentsBench.Run();
    case ["send"]:
        return await SendBench.RunAsync();
    case ["send", var limit]:
        return await SendBench.RunAsync(double.Parse(limit, System.Globalization.CultureInfo.InvariantCulture));
    case ["scale"]:
        return await ScaleBench.RunAsync();
    case ["soak"]:
        return await Soak.RunAsync();
    case ["soak", var messages]:
        return await Soak.RunAsync(int.Parse(messages, System.Globalization.CultureInfo.InvariantCulture));
    case ["webhooks", ..]:
        return await WebhooksBench.RunAsync();
    case ["emulator"]:
        return await EmulatorBench.RunAsync();
    case ["serve"]:
        return ReplyServer.Run();
    default:
        BenchmarkSwitcher.FromAssembly(typeof(SegmentsBench).Assembly).Run(args);
        return 0;
}
