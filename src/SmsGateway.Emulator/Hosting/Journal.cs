using System.Threading.Channels;
using SmsGateway.Emulator.Api;
using SmsGateway.Emulator.Capture;

namespace SmsGateway.Emulator.Hosting;

/// <summary>Adds what happens to a file, one JSON object a line, in the order it happened. Nobody waits for the disk but the end.</summary>
internal sealed class Journal : IAsyncDisposable
{
    private readonly Channel<EmulatorEvent> _events = System.Threading.Channels.Channel.CreateUnbounded<EmulatorEvent>(new() { SingleReader = true });
    private readonly EmulatorCore _core;
    private readonly FileStream _file;
    private readonly Task _writing;

    public Journal(EmulatorCore core, string path)
    {
        _core = core;
        _file = new(path, FileMode.Append, FileAccess.Write, FileShare.Read, bufferSize: 1 << 16, useAsync: true);
        _writing = WriteAsync();
        core.Feed.Recorder = each => _events.Writer.TryWrite(each);
    }

    public async ValueTask DisposeAsync()
    {
        _core.Feed.Recorder = null;
        _events.Writer.TryComplete();
        await _writing.ConfigureAwait(false);
        await _file.DisposeAsync().ConfigureAwait(false);
    }

    private async Task WriteAsync()
    {
        while (await _events.Reader.WaitToReadAsync().ConfigureAwait(false))
        {
            while (_events.Reader.TryRead(out var each))
            {
                await _file.WriteAsync((byte[])[.. EventJson.Line(_core, each), (byte)'\n']).ConfigureAwait(false);
            }

            await _file.FlushAsync().ConfigureAwait(false);
        }
    }
}
