using System.Text.Json;
using SmsGateway.Emulator.Tests.Support;

namespace SmsGateway.Emulator.Tests.Api;

/// <summary>The stream of events, and its polling twin.</summary>
public sealed class EventTests : IAsyncLifetime
{
    private SmsEmulator _emulator = null!;
    private Caller _caller = null!;

    public async ValueTask InitializeAsync()
    {
        _emulator = await Emulators.StartAsync();
        _caller = new(_emulator);
    }

    public ValueTask DisposeAsync()
    {
        _caller.Dispose();
        return _emulator.DisposeAsync();
    }

    [Fact]
    public async Task Stream_SaysHelloAtOnce_ThenWhatHappens()
    {
        using var stream = await StreamReader.OpenAsync(_emulator.Url);
        Assert.Equal("hello", (await stream.NextAsync()).Event);

        using var response = await _caller.SendAsync(Gateway.SmsApi, text: "line\nbreak <script>");
        await _emulator.Default.ReportAsync(_emulator.Default.Messages[0], DeliveryState.Delivered, cancellationToken: Caller.Token);
        _emulator.Faults.On().Next(Fault.Hang());

        var events = new List<(string Event, long Id, string Data)>();
        while (events.Count < 4)
        {
            events.Add(await stream.NextAsync());
        }

        Assert.Equal(["message", "exchange", "state", "faults"], events.Select(each => each.Event));
        Assert.Equal(events.Select(each => each.Id).Order(), events.Select(each => each.Id));
        using var message = JsonDocument.Parse(events[0].Data);
        Assert.Equal("line\nbreak <script>", message.RootElement.GetProperty("text").GetString());
        Assert.Equal("""{"armed":1}""", events[3].Data);
    }

    [Fact]
    public async Task Stream_Resumed_GoesOnWithoutGapOrRepeat()
    {
        using var first = await StreamReader.OpenAsync(_emulator.Url);
        await first.NextAsync();
        using (await _caller.SendAsync(Gateway.KeyRef, text: "seen"))
        {
        }

        var last = await first.NextAsync();
        first.Dispose();
        using (await _caller.SendAsync(Gateway.KeyRef, text: "missed"))
        {
        }

        using var second = await StreamReader.OpenAsync(_emulator.Url, last.Id);
        Assert.Equal(last.Id, (await second.NextAsync()).Id);
        Assert.Equal("exchange", (await second.NextAsync()).Event);
        Assert.Contains("missed", (await second.NextAsync()).Data, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(999_999)]
    [InlineData(1)]
    public async Task Stream_ResumedTooLateOrFromAnotherRun_Resyncs(long id)
    {
        for (var i = 0; i < 1_100; i++)
        {
            _emulator.Faults.Clear(); // Each is an event; the ring holds a thousand.
        }

        using var stream = await StreamReader.OpenAsync(_emulator.Url, id);
        await stream.NextAsync();

        Assert.Equal("resync", (await stream.NextAsync()).Event);
    }

    [Fact]
    public async Task Changes_Polled_AreTheSame()
    {
        using var response = await _caller.SendAsync(Gateway.KeyRef, text: "polled");

        using var changes = JsonDocument.Parse(await _caller.TextAsync(_caller.Get("api/v1/changes?after=1")));
        var cursor = changes.RootElement.GetProperty("cursor").GetString();
        Assert.Equal(["message", "exchange"], changes.RootElement.GetProperty("events").EnumerateArray().Select(each => each.GetProperty("event").GetString()!));
        Assert.False(changes.RootElement.GetProperty("resync").GetBoolean());
        Assert.Contains("\"events\":[]", await _caller.TextAsync(_caller.Get("api/v1/changes?after=" + cursor)), StringComparison.Ordinal);
        Assert.Contains("\"resync\":true", await _caller.TextAsync(_caller.Get("api/v1/changes?after=12345678")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stream_WhenTheEmulatorGoes_Ends()
    {
        using var stream = await StreamReader.OpenAsync(_emulator.Url);
        await stream.NextAsync();

        await _emulator.DisposeAsync();

        await Assert.ThrowsAnyAsync<IOException>(stream.NextAsync);
    }

    private sealed class StreamReader(HttpClient http, System.IO.StreamReader lines) : IDisposable
    {
        public static async Task<StreamReader> OpenAsync(Uri url, long? last = null)
        {
            var http = new HttpClient();
            var request = new HttpRequestMessage(HttpMethod.Get, new Uri(url, "api/v1/events"));
            if (last is { } id)
            {
                request.Headers.Add("Last-Event-ID", id.ToString(System.Globalization.CultureInfo.InvariantCulture));
            }

            var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Caller.Token);
            Assert.Equal("text/event-stream; charset=utf-8", response.Content.Headers.ContentType?.ToString());
            return new(http, new(await response.Content.ReadAsStreamAsync(Caller.Token)));
        }

        public async Task<(string Event, long Id, string Data)> NextAsync()
        {
            var fields = new Dictionary<string, string>(StringComparer.Ordinal);
            while (true)
            {
                var line = await lines.ReadLineAsync(Caller.Token).AsTask().WaitAsync(TimeSpan.FromSeconds(5), Caller.Token) ?? throw new IOException("The stream ended.");
                if (line.Length == 0 && fields.Count > 0)
                {
                    return (fields["event"], long.Parse(fields["id"], System.Globalization.CultureInfo.InvariantCulture), fields["data"]);
                }

                var colon = line.IndexOf(": ", StringComparison.Ordinal);
                if (colon > 0)
                {
                    fields[line[..colon]] = line[(colon + 2)..];
                }
            }
        }

        public void Dispose()
        {
            lines.Dispose();
            http.Dispose();
        }
    }
}
