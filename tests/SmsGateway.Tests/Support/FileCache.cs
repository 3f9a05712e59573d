using System.Text;
using Microsoft.Extensions.Caching.Distributed;

namespace SmsGateway.Tests.Support;

/// <summary>A cache that outlives its process: a file for each key, written, replaced and taken away in one step. Nothing expires.</summary>
public sealed class FileCache(string folder) : IDistributedCache
{
    private readonly DirectoryInfo _kept = Directory.CreateDirectory(Path.Combine(folder, "kept"));
    private readonly DirectoryInfo _removed = Directory.CreateDirectory(Path.Combine(folder, "removed"));

    /// <summary>What was in the cache and was removed.</summary>
    public IEnumerable<string> Removed => _removed.EnumerateFiles().Select(file => File.ReadAllText(file.FullName));

    public byte[]? Get(string key) => File.Exists(PathOf(key)) ? File.ReadAllBytes(PathOf(key)) : null;

    public Task<byte[]?> GetAsync(string key, CancellationToken token = default) => Task.FromResult(Get(key));

    public void Set(string key, byte[] value, DistributedCacheEntryOptions options)
    {
        var draft = Unique(folder);
        File.WriteAllBytes(draft, value);
        File.Move(draft, PathOf(key), overwrite: true);
    }

    public Task SetAsync(string key, byte[] value, DistributedCacheEntryOptions options, CancellationToken token = default)
    {
        Set(key, value, options);
        return Task.CompletedTask;
    }

    public void Remove(string key) => File.Move(PathOf(key), Unique(_removed.FullName));

    public Task RemoveAsync(string key, CancellationToken token = default)
    {
        Remove(key);
        return Task.CompletedTask;
    }

    public void Refresh(string key)
    {
    }

    public Task RefreshAsync(string key, CancellationToken token = default) => Task.CompletedTask;

    private static string Unique(string folder) => Path.Combine(folder, Guid.NewGuid().ToString("N"));

    private string PathOf(string key) => Path.Combine(_kept.FullName, Convert.ToHexString(Encoding.UTF8.GetBytes(key)));
}
