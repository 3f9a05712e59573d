using SmsGateway.Http;

namespace SmsGateway.SmsApi;

/// <summary>Finds the message that a reply's entry is about: by idx, then by the number as submitted, then by its digits. Each message is found once.</summary>
internal sealed class SmsApiMatches(SmsBatch batch)
{
    private readonly bool[] _taken = new bool[batch.Count];
    private Dictionary<string, int>? _byIdx;
    private Dictionary<ulong, List<int>>? _byNumber;
    private int _next;

    /// <summary>Whether the only entry of a reply can be meant for the only message: it is, unless it bears another idx.</summary>
    public static bool IsFor(OutgoingSms message, SmsApiSentItem item) =>
        item.Idx is not { Length: > 0 } idx || idx == message.Reference;

    public int? Take(string? idx, string? submittedNumber, string? number)
    {
        if (idx is { Length: > 0 })
        {
            // Replies mostly keep the order of the request.
            if (_next < batch.Count && !_taken[_next] && batch.Messages[_next].Reference == idx)
            {
                return Mark(_next);
            }

            if (ByIdx().TryGetValue(idx, out var index))
            {
                return _taken[index] ? null : Mark(index);
            }
        }

        return TakeNumber(submittedNumber) ?? TakeNumber(number);
    }

    /// <summary>Messages that no entry was about.</summary>
    public IEnumerable<int> Left => Enumerable.Range(0, _taken.Length).Where(index => !_taken[index]);

    /// <summary>Another message to the same number that was accepted.</summary>
    public int? AcceptedTwin(int index, SmsVerdict[] verdicts)
    {
        foreach (var twin in ByNumber()[batch.Messages[index].Number.Number])
        {
            if (verdicts[twin].Outcome == SmsOutcome.Accepted)
            {
                return twin;
            }
        }

        return null;
    }

    private int? TakeNumber(string? text)
    {
        if (!PhoneNumberReader.TryReadWireDigits(text, out var number))
        {
            return null;
        }

        if (!ByNumber().TryGetValue(number.Number, out var indexes))
        {
            return TakeEnding(number);
        }

        foreach (var index in indexes)
        {
            if (!_taken[index])
            {
                return Mark(index);
            }
        }

        return null;
    }

    // Text replies were seen without the country code: one message alone must end in those digits.
    private int? TakeEnding(PhoneNumber number)
    {
        int? found = null;
        var limit = (ulong)Math.Pow(10, number.Digits.Length);
        for (var i = 0; i < batch.Count; i++)
        {
            if (!_taken[i] && batch.Messages[i].Number.Number % limit == number.Number)
            {
                if (found is not null)
                {
                    return null;
                }

                found = i;
            }
        }

        return found is { } index ? Mark(index) : null;
    }

    private int Mark(int index)
    {
        _taken[index] = true;
        _next = index + 1;
        return index;
    }

    private Dictionary<string, int> ByIdx()
    {
        if (_byIdx is null)
        {
            _byIdx = new(batch.Count, StringComparer.Ordinal);
            for (var i = 0; i < batch.Count; i++)
            {
                _byIdx[batch.Messages[i].Reference] = i;
            }
        }

        return _byIdx;
    }

    private Dictionary<ulong, List<int>> ByNumber()
    {
        if (_byNumber is null)
        {
            _byNumber = new(batch.Count);
            for (var i = 0; i < batch.Count; i++)
            {
                var number = batch.Messages[i].Number.Number;
                if (!_byNumber.TryGetValue(number, out var indexes))
                {
                    _byNumber[number] = indexes = [];
                }

                indexes.Add(i);
            }
        }

        return _byNumber;
    }
}
