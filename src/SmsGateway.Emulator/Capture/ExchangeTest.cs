using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace SmsGateway.Emulator.Capture;

/// <summary>Writes an exchange as a test that makes the same request anew; credentials stay masked, for there any are taken.</summary>
internal static class ExchangeTest
{
    public static string Write(CapturedExchange exchange) => $$"""
        using System.Net.Http.Headers;
        using SmsGateway.Emulator;
        using Xunit;

        public sealed class ExportedTest
        {
            [Fact]
            public async Task {{exchange.Gateway?.ToString() ?? "Unknown"}}_{{exchange.Operation}}_IsAnsweredAsItWas()
            {
                await using var emulator = await SmsEmulator.StartAsync(options => options.AcceptAnyCredentials = true);
                using var http = new HttpClient { BaseAddress = emulator.Url };
        {{Request(exchange)}}
                using var response = await http.SendAsync(request);

                Assert.Equal({{Number(exchange.Status)}}, (int)response.StatusCode);
                {{Messages(exchange.Messages)}}
            }
        }

        """;

    private static string Request(CapturedExchange exchange)
    {
        var lines = new StringBuilder();
        Add($"using var request = new HttpRequestMessage(new HttpMethod({Literal(exchange.Method)}), {Literal(exchange.Target.TrimStart('/'))});");
        if (exchange.RequestText.Length > 0)
        {
            var type = exchange.Header("Content-Type");
            Add($"request.Content = new StringContent({Literal(exchange.RequestText)}{(type is null ? "" : $", MediaTypeHeaderValue.Parse({Literal(type)})")});");
        }

        foreach (var (name, value) in exchange.RequestHeaders.Where(header => CurlCommand.IsTheCallers(header.Key) && !header.Key.StartsWith("Content-", StringComparison.OrdinalIgnoreCase)))
        {
            Add($"request.Headers.TryAddWithoutValidation({Literal(name)}, {Literal(value)});");
        }

        if (exchange.Fault is not null)
        {
            Add($"// It met a fault, which emulator.Faults can arm: {exchange.Fault}.");
        }

        return lines.ToString();

        void Add(string line) => lines.Append("        ").Append(line).Append('\n');
    }

    private static string Messages(int count) => count switch
    {
        0 => "Assert.Empty(emulator.Messages);",
        1 => "Assert.Single(emulator.Messages);",
        _ => $"Assert.Equal({Number(count)}, emulator.Messages.Count);",
    };

    // What JSON escapes, C# escapes the same way.
    private static string Literal(string text) => "\"" + JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping) + "\"";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
