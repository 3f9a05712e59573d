using SmsGateway.Emulator.Hosting;

return await CommandLine.RunAsync(args).ConfigureAwait(false);
