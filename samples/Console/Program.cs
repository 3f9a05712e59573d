using SmsTool;

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    // The first Ctrl+C ends in order and tells what had left; the second ends at once.
    pressed.Cancel = !stop.IsCancellationRequested;
    stop.Cancel();
};
Console.OutputEncoding = System.Text.Encoding.UTF8;
return await Tool.RunAsync(args, new ToolOutput(Console.Out, Console.Error, Console.IsOutputRedirected ? 160 : null), stop.Token);
