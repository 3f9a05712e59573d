using SmsGateway.Emulator.Cli;

return await CommandLine.RunAsync(args, Console.Out, Console.Error).ConfigureAwait(false);

// Without this line the SDK makes it public, and the library has a type that nobody needs.
internal partial class Program;
