using System.Text.Json;

namespace SmsGateway.Emulator.Protocols.SmsApi;

/// <summary>Something that REST keeps under an id.</summary>
internal interface ISmsApiEntry
{
    string Id { get; }
}

/// <summary>
/// The things of one kind that an account keeps, in the order of their making, and what REST answers about one of them. Nothing
/// changes while a fault drops the request. The account's lock is held meanwhile.
/// </summary>
internal sealed class SmsApiShelf<T>(Action<Utf8JsonWriter, T> write)
    where T : class, ISmsApiEntry
{
    private readonly List<T> _all = [];

    public IReadOnlyList<T> All => _all;

    public T? Find(string id) => _all.Find(entry => entry.Id == id);

    public GatewayReply List() => SmsApiRest.Collection(_all, write);

    public GatewayReply Get(string id) => Find(id) is { } found ? SmsApiRest.Object(found, write) : SmsApiRest.NotFound();

    /// <summary>Puts a new thing there, or a changed one in its place.</summary>
    public GatewayReply Keep(GatewayCall call, T entry)
    {
        var place = _all.FindIndex(other => other.Id == entry.Id);
        if (call.Keeps)
        {
            if (place < 0)
            {
                _all.Add(entry);
            }
            else
            {
                _all[place] = entry;
            }
        }

        return SmsApiRest.Object(entry, write, place < 0 ? 201 : 200);
    }

    public GatewayReply Delete(GatewayCall call, string id)
    {
        if (Find(id) is not { } found)
        {
            return SmsApiRest.NotFound();
        }

        Remove(call, found);
        return SmsApiRest.Done();
    }

    public void Remove(GatewayCall call, T entry)
    {
        if (call.Keeps)
        {
            _all.Remove(entry);
        }
    }
}
