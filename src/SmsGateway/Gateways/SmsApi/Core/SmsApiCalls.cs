using System.Diagnostics.CodeAnalysis;
using SmsGateway.Http;

namespace SmsGateway.SmsApi;

/// <summary>Reads what an operation brings; false when the reply is not of the shape that is documented for it. Refusals were read before.</summary>
internal delegate bool SmsApiReader<T>(in GatewayReply reply, [MaybeNullWhen(false)] out T value);

/// <summary>The native client's way to the gateway. What is refused becomes one exception, with the numbers or fields it names.</summary>
internal sealed class SmsApiCalls(GatewayChannel channel)
{
    // The memory of idx lasts 24 hours; the pipeline is long done by then.
    private static readonly DuplicateProtection Memory = new(TimeSpan.FromHours(23));

    public SmsApiGateway Gateway => (SmsApiGateway)channel.Gateway;

    /// <summary>Asks, as often as the resilience options allow.</summary>
    public Task<T> QueryAsync<T>(GatewayRequest request, SmsApiReader<T> read, CancellationToken cancellationToken)
    {
        var reading = new Reading<T>(read);
        return reading.FinishAsync(channel.QueryAsync(request, reading.Read, cancellationToken));
    }

    /// <summary>Does something once.</summary>
    public Task<T> CommandAsync<T>(GatewayRequest request, SmsApiReader<T> read, CancellationToken cancellationToken)
    {
        var reading = new Reading<T>(read);
        return reading.FinishAsync(channel.CommandAsync(request, reading.Read, cancellationToken));
    }

    /// <summary>Does something once, and reads refusals itself where <paramref name="read"/> knows better.</summary>
    public Task<T> CommandAsync<T>(GatewayRequest request, QueryReader<T> read, CancellationToken cancellationToken)
    {
        var reading = new Reading<T>((in GatewayReply _, [MaybeNullWhen(false)] out T value) =>
        {
            value = default;
            return false;
        });
        return reading.FinishAsync(channel.CommandAsync(request, (in GatewayReply reply) => read(reply) is var answer && answer.IsDecided ? answer : reading.Read(reply), cancellationToken));
    }

    /// <summary>
    /// Does something under the protection of <c>check_idx</c>: after a lost answer the identical request goes out again, and "53" then
    /// says that the first was taken.
    /// </summary>
    public Task<T> ProtectedAsync<T>(GatewayRequest request, SmsApiReader<T> read, T takenEarlier, CancellationToken cancellationToken)
    {
        var reading = new Reading<T>(read);
        return reading.FinishAsync(channel.CommandAsync(
            request,
            (in GatewayReply reply, bool afterUnknown) => reading.Read(reply) is var answer && afterUnknown && reading.IsDuplicate ? takenEarlier : answer,
            Memory,
            cancellationToken));
    }

    private sealed class Reading<T>(SmsApiReader<T> read)
    {
        private SmsApiFailure? _failure;

        public bool IsDuplicate => _failure?.Verdict.Error?.GatewayCode == SmsApiCodes.DuplicateIdx;

        public QueryAnswer<T> Read(in GatewayReply reply)
        {
            _failure = SmsApiFailure.Of(reply);
            return _failure is { } failure ? failure.Verdict
                : read(reply, out var value) ? value
                : StatusVerdict.Unreadable(reply);
        }

        public async Task<T> FinishAsync(Task<T> asking)
        {
            try
            {
                return await asking.ConfigureAwait(false);
            }
            catch (SmsException exception) when (_failure is { HasDetails: true } failure && failure.Verdict.Error!.GatewayCode == exception.Error.GatewayCode)
            {
                throw failure.ToException(exception.Error);
            }
        }
    }
}
