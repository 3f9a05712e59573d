namespace SmsGateway.Emulator.Capture;

/// <summary>What a view shows: the records of one log, or of all logs of a store.</summary>
internal interface IStoreView<T>
{
    int Count { get; }

    Cursor Mark();

    T[] Since(Cursor cursor);

    /// <summary>Completes with the next record that is added to any log of the store.</summary>
    Task NextChange();

    int Remove(Func<T, bool> match);
}

/// <inheritdoc/>
internal sealed class StoreView<T>(CaptureStore<T> store, CaptureLog<T>? log) : IStoreView<T>
    where T : class, ICaptured
{
    public int Count => store.Count(log);

    public Cursor Mark() => store.End;

    public T[] Since(Cursor cursor) => store.Since(log, cursor);

    public Task NextChange() => store.NextChange();

    public int Remove(Func<T, bool> match) => store.Remove(log, match);
}
