using System.Diagnostics.CodeAnalysis;
using SmsGateway.Http;
using static SmsGateway.SmsApi.SmsApiArgument;

namespace SmsGateway.SmsApi;

/// <inheritdoc cref="ISmsApiHlr"/>
internal sealed class SmsApiHlr(SmsApiCalls calls) : ISmsApiHlr
{
    private const int MaxIdx = 36;

    public Task<IReadOnlyList<SmsApiHlrOrder>> OrderAsync(IReadOnlyList<SmsApiHlrNumber> numbers, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(numbers);
        var list = SmsApiForm.Join([.. numbers.Select(number => number.Number)], ',', nameof(numbers));
        Require(numbers.All(number => number.Idx is null == numbers[0].Idx is null), "All numbers have an idx, or none has.", nameof(numbers));
        Require(numbers.All(number => number.Idx is null or { Length: >= 1 and <= MaxIdx } && number.Idx?.All(char.IsAsciiLetterOrDigit) != false), "An idx of a look-up is 1 to 36 letters and digits.", nameof(numbers));

        // Commas, as the vendor's page has them; one official client joins by "|".
        var idx = numbers[0].Idx is null ? null : string.Join(',', numbers.Select(number => number.Idx));
        return calls.CommandAsync<IReadOnlyList<SmsApiHlrOrder>>(
            calls.Gateway.CreateScript("hlr.do", SmsApiForm.Script(("number", list), ("idx", idx))),
            TryReadOrders,
            cancellationToken);
    }

    public Task<IReadOnlyList<SmsApiHlrResult>> LookUpAsync(IReadOnlyList<string> numbers, CancellationToken cancellationToken) => calls.CommandAsync<IReadOnlyList<SmsApiHlrResult>>(
        calls.Gateway.CreateScript("hlrsync.do", SmsApiForm.Script(("number", SmsApiForm.Join(numbers, ',', nameof(numbers))))),
        TryReadResults,
        cancellationToken);

    // One number comes as an object, several as an array; a bad one has an error of its own.
    private static bool TryReadOrders(in GatewayReply reply, [MaybeNullWhen(false)] out IReadOnlyList<SmsApiHlrOrder> orders)
    {
        orders = null;
        var items = reply.TryReadJson(SmsApiJson.Default.SmsApiHlrItemArray, out var many) ? many
            : reply.TryReadJson(SmsApiJson.Default.SmsApiHlrItem, out var one) ? [one]
            : SmsApiText.TryReadLookups(reply, out var fromText) ? fromText
            : null;
        if (items is null or [] || !Array.TrueForAll(items, item => item is { Number: not null } and ({ Id: not null } or { Error: not null })))
        {
            return false;
        }

        List<SmsApiHlrOrder> read = new(items.Length);
        foreach (var item in items)
        {
            read.Add(new SmsApiHlrOrder(item!.Number!)
            {
                Id = item.Error is null ? item.Id : null,
                Price = item.Price,
                Error = item.Error is { } code ? SmsApiCodes.OfError(code).ToError(reply, SmsApiGateway.DisplayName, code, gatewayMessage: null) : null,
            });
        }

        orders = read;
        return true;
    }

    private static bool TryReadResults(in GatewayReply reply, [MaybeNullWhen(false)] out IReadOnlyList<SmsApiHlrResult> results)
    {
        results = reply.TryReadJson(SmsApiJson.Default.SmsApiHlrReply, out var json) && json.List is { } list
            ? [.. list.OfType<SmsApiHlrItem>().Where(item => item.Number is not null).Select(item => new SmsApiHlrResult(item.Number!, item.Status)
            {
                Id = item.Id,
                Info = item.Info,
                Mcc = item.Mcc.ToInt(),
                Mnc = item.Mnc.ToInt(),
                Ported = item.Ported,
                PortedFrom = item.PortedFrom is "null" or "" ? null : item.PortedFrom,
                Date = item.Date,
                Price = item.Price,
            })]
            : null;
        return results is { Count: > 0 };
    }
}
