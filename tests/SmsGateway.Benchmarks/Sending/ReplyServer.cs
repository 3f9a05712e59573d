using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace SmsGateway.Benchmarks.Sending;

/// <summary>
/// A gateway with no work of its own, in a process of its own, so that the measured process holds nothing but the client: it answers
/// <c>sms.do</c> with a list that fits the request.
/// </summary>
internal static class ReplyServer
{
    private static long _lastId = 5_120_948_837_000_000_000;

    /// <summary>Starts this program again as the server.</summary>
    /// <param name="apart">It gets one core and what calls it another, so that neither takes the other's caches.</param>
    public static (Process Process, Uri Address) Start(bool apart)
    {
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardInput = true };
        start.ArgumentList.Add(typeof(ReplyServer).Assembly.Location);
        start.ArgumentList.Add("serve");
        var process = Process.Start(start)!;
        if (apart && OperatingSystem.IsLinux() && Environment.ProcessorCount > 1)
        {
            using var self = Process.GetCurrentProcess();
            self.ProcessorAffinity = 1;
            process.ProcessorAffinity = 2;
        }

        return (process, new Uri(process.StandardOutput.ReadLine()!));
    }

    /// <summary>Serves until its standard input ends.</summary>
    public static int Run()
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        Console.WriteLine($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/");
        _ = Task.Run(async () =>
        {
            while (true)
            {
                var client = await listener.AcceptTcpClientAsync();
                client.NoDelay = true;
                _ = Task.Run(() => ServeAsync(client));
            }
        });
        Console.In.ReadToEnd();
        return 0;
    }

    private static async Task ServeAsync(TcpClient client)
    {
        using var owned = client;
        var stream = client.GetStream();
        var buffer = new byte[64 * 1024];
        var filled = 0;
        while (true)
        {
            var read = await stream.ReadAsync(buffer.AsMemory(filled));
            if (read == 0)
            {
                return;
            }

            filled += read;
            var head = buffer.AsSpan(0, filled).IndexOf("\r\n\r\n"u8);
            if (head < 0)
            {
                continue;
            }

            var length = LengthOf(buffer.AsSpan(0, head)) + head + 4;
            if (length > buffer.Length)
            {
                Array.Resize(ref buffer, length);
            }

            if (filled < length)
            {
                continue;
            }

            await stream.WriteAsync(Answer(buffer.AsSpan(head + 4, length - head - 4)));
            filled = 0;
        }
    }

    private static int LengthOf(ReadOnlySpan<byte> head)
    {
        var line = head[(head.IndexOf("Content-Length: "u8) + 16)..];
        var length = 0;
        foreach (var digit in line)
        {
            if (digit is < (byte)'0' or > (byte)'9')
            {
                break;
            }

            length = (length * 10) + digit - '0';
        }

        return length;
    }

    private static byte[] Answer(ReadOnlySpan<byte> form)
    {
        var text = Encoding.ASCII.GetString(form);
        var to = Field(text, "to").Split("%2C");
        var idx = Field(text, "idx").Split("%7C");
        var body = new StringBuilder($"{{\"count\":{to.Length},\"list\":[");
        for (var i = 0; i < to.Length; i++)
        {
            body.Append(i == 0 ? "" : ",")
                .Append($"{{\"id\":\"{Interlocked.Increment(ref _lastId)}\",\"points\":0.165,\"number\":\"{to[i]}\",\"date_sent\":1712570310,\"submitted_number\":\"{to[i]}\",\"status\":\"QUEUE\",\"error\":null,\"idx\":\"{(i < idx.Length ? idx[i] : "")}\",\"parts\":1}}");
        }

        body.Append("]}");
        return Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n{body}");
    }

    private static string Field(string form, string name)
    {
        var from = form.IndexOf($"&{name}=", StringComparison.Ordinal) + name.Length + 2;
        var to = form.IndexOf('&', from);
        return form[from..(to < 0 ? form.Length : to)];
    }
}
