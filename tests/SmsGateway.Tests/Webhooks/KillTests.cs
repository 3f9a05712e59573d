using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using SmsGateway.Tests.Support;

namespace SmsGateway.Tests.Webhooks;

/// <summary>A real process, killed in the middle of handling while more callbacks come in, and started again on the same store.</summary>
public sealed partial class KillTests : IDisposable
{
    private const int Callbacks = 120;

    private static readonly string[] Ids = [.. Enumerable.Range(1_000, Callbacks).Select(id => id.ToString(CultureInfo.InvariantCulture))];

    private readonly string _folder = Directory.CreateTempSubdirectory("sms-kill").FullName;
    private readonly string _secret = SmsWebhookSecret.Create();
    private readonly HttpClient _http = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _http.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task ProcessThatIsKilled_LosesNothingThatWasAnsweredAndRepeatsNothingThatWasDone()
    {
        ConcurrentDictionary<string, bool> answered = new(StringComparer.Ordinal);
        List<string> repeated = [];
        foreach (var handles in new[] { 3, 20, 30, int.MaxValue })
        {
            var (done, before) = (Done(), Handled().Count);
            var calls = Task.CompletedTask;
            using var process = Start(handles);
            try
            {
                // The gateway repeats what was not answered, and what was done with; the rest is for the process to remember.
                var hook = await process.StandardOutput.ReadLineAsync(Stop);
                calls = CallAsync(hook!, [.. Ids.Where(id => !answered.ContainsKey(id) || done.Contains(id))], answered);
                if (handles < int.MaxValue)
                {
                    Assert.Equal(MortalApp.Stuck, await process.StandardOutput.ReadLineAsync(Stop));
                }
                else
                {
                    await calls;
                    await WebhookApp.UntilAsync(() => Done().Count == Callbacks);
                }
            }
            finally
            {
                process.Kill();
                await calls;
                await process.WaitForExitAsync(CancellationToken.None);
            }

            repeated.AddRange(Handled().Skip(before).Where(done.Contains));
        }

        Assert.Equal(Callbacks, answered.Count);
        Assert.Equal(Ids, Handled().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        Assert.Empty(repeated);
    }

    private Task CallAsync(string hook, string[] ids, ConcurrentDictionary<string, bool> answered) =>
        Parallel.ForEachAsync(ids, new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = Stop }, async (id, stop) =>
        {
            try
            {
                using var response = await _http.GetAsync(new Uri($"{hook}?MsgId={id}&status=404"), stop);
                response.EnsureSuccessStatusCode();
                answered[id] = true;
            }
            catch (HttpRequestException)
            {
                // It died.
            }
        });

    /// <summary>What handlers finished, in order, twice where they did so twice.</summary>
    private List<string> Handled()
    {
        var file = MortalApp.HandledIn(_folder);
        return File.Exists(file) ? [.. File.ReadLines(file)] : [];
    }

    /// <summary>The events whose handling was noted: their place in the store was emptied.</summary>
    private HashSet<string> Done() =>
        new FileCache(_folder).Removed.Select(value => IdOf().Match(value).Value).ToHashSet(StringComparer.Ordinal);

    private Process Start(int handles) => Process.Start(new ProcessStartInfo("dotnet")
    {
        ArgumentList =
        {
            "exec", typeof(MortalApp).Assembly.Location, MortalApp.Word, _folder, _secret, handles.ToString(CultureInfo.InvariantCulture),
        },
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        UseShellExecute = false,
    })!;

    [GeneratedRegex("(?<=\"Id\":\")[0-9]+", RegexOptions.None, 1000)]
    private static partial Regex IdOf();
}
