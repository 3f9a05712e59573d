using System.CommandLine;
using System.CommandLine.Parsing;
using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace SmsGateway.Emulator.Cli;

/// <summary>Talks to an emulator that serves, through its HTTP interface.</summary>
internal sealed class EmulatorClient : IDisposable
{
    private const string UrlVariable = "SMS_EMULATOR_URL";
    private const string UsualUrl = "http://127.0.0.1:5080";

    private static readonly Option<Uri?> Url = new("--url")
    {
        Description = $"Where the emulator is; also {UrlVariable}.",
        CustomParser = static result => Root(result, TextOf(result), "An emulator's address"),
        DefaultValueFactory = static result => Root(result, Environment.GetEnvironmentVariable(UrlVariable) is { Length: > 0 } url ? url : UsualUrl, UrlVariable),
    };

    private static readonly Option<string?> Password = new("--password") { Description = $"Its password; also {ServeCommand.PasswordVariable}." };

    private readonly HttpClient _http;

    private EmulatorClient(Uri url, string? password)
    {
        // The certificate of an emulator on this machine is of its own making.
        var handler = new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false };
        if (url.IsLoopback)
        {
#pragma warning disable CA5359 // Nobody stands between a machine and itself.
            handler.SslOptions.RemoteCertificateValidationCallback = static (_, _, _, _) => true;
#pragma warning restore CA5359
        }

        _http = new(handler, disposeHandler: true) { BaseAddress = url, Timeout = Timeout.InfiniteTimeSpan };
        if (!string.IsNullOrEmpty(password))
        {
            _http.DefaultRequestHeaders.Authorization = new("Bearer", password);
        }
    }

    public static Command Command(string name, string description, IEnumerable<Symbol> symbols, Func<ParseResult, EmulatorClient, CancellationToken, Task<int>> run)
    {
        var command = new Command(name, description) { Url, Password };
        foreach (var symbol in symbols)
        {
            if (symbol is Argument argument)
            {
                command.Arguments.Add(argument);
            }
            else
            {
                command.Options.Add((Option)symbol);
            }
        }

        command.SetAction(async (parsed, cancellationToken) =>
        {
            using var client = new EmulatorClient(parsed.GetValue(Url)!, parsed.GetValue(Password) ?? Environment.GetEnvironmentVariable(ServeCommand.PasswordVariable));
            try
            {
                return await run(parsed, client, cancellationToken).ConfigureAwait(false);
            }
            catch (HttpRequestException exception)
            {
                await parsed.InvocationConfiguration.Error.WriteLineAsync(exception.Message).ConfigureAwait(false);
                return 2;
            }
        });
        return command;
    }

    /// <summary>Sends one request and prints the reply: 0 for a good one, 1 for nothing, 2 for a refusal, unless the judge knows better.</summary>
    public async Task<int> PrintAsync(ParseResult parsed, HttpRequestMessage request, CancellationToken cancellationToken, Func<string, Outcome>? judge = null)
    {
        using (request)
        {
            using var response = await _http.SendAsync(request, cancellationToken).ConfigureAwait(false);
            var text = await response.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
            var outcome = response switch
            {
                { IsSuccessStatusCode: false } => Outcome.OfRefusal(text),
                { StatusCode: HttpStatusCode.NoContent } => new("", request.Method == HttpMethod.Get ? 1 : 0),
                _ => judge?.Invoke(text) ?? new(text),
            };
            var console = parsed.InvocationConfiguration;
            await PrintAsync(console.Output, outcome.Output).ConfigureAwait(false);
            await PrintAsync(console.Error, outcome.Complaint).ConfigureAwait(false);
            return outcome.Code;
        }
    }

    /// <summary>Whether anybody answers there.</summary>
    public async Task<bool> IsReadyAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var response = await _http.GetAsync(new Uri("readyz", UriKind.Relative), cancellationToken).ConfigureAwait(false);
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    public static HttpRequestMessage Get(string path) => new(HttpMethod.Get, path);

    public static HttpRequestMessage Delete(string path) => new(HttpMethod.Delete, path);

    public static HttpRequestMessage Json(string path, byte[] json) => new(HttpMethod.Post, path)
    {
        Content = new ByteArrayContent(json) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } },
    };

    public static string Query(params (string Name, string? Value)[] parts)
    {
        var query = new StringBuilder();
        foreach (var (name, value) in parts.Where(part => !string.IsNullOrEmpty(part.Value)))
        {
            query.Append(query.Length == 0 ? '?' : '&').Append(name).Append('=').Append(Uri.EscapeDataString(value!));
        }

        return query.ToString();
    }

    public void Dispose() => _http.Dispose();

    private static Task PrintAsync(TextWriter writer, string? text) => string.IsNullOrEmpty(text) ? Task.CompletedTask : writer.WriteLineAsync(text.TrimEnd());

    /// <summary>An address of the web, or the sentence that says how one is written.</summary>
    public static Uri? Address(ArgumentResult result, string mistake) => Address(result, TextOf(result), mistake);

    private static Uri? Address(ArgumentResult result, string? text, string mistake)
    {
        if (Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https")
        {
            return url;
        }

        result.AddError(mistake);
        return null;
    }

    private static string? TextOf(ArgumentResult result) => result.Tokens is [var token] ? token.Value : null;

    // With the stroke at its end that makes it something to add paths to.
    private static Uri? Root(ArgumentResult result, string? text, string what) =>
        Address(result, text, $"{what} is written {UsualUrl}.") is { } url ? new(url.OriginalString.TrimEnd('/') + "/") : null;
}
