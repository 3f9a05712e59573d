using System.Globalization;
using System.Text;
using SmsGateway.Emulator.Protocols;
using SmsGateway.Emulator.Protocols.SmsApi;
using SmsGateway.Emulator.Push;

namespace SmsGateway.Emulator;

/// <summary>The callbacks of SMSAPI that are neither reports nor messages: results of looks at numbers, bulks that begin, links that are opened.</summary>
public sealed class SmsApiCallbacks
{
    private const int LooksPerPush = 20;

    private readonly SmsInbox _inbox;

    internal SmsApiCallbacks(SmsInbox inbox) => _inbox = inbox;

    /// <summary>Tells what looks at numbers found: POST, up to twenty records in one push.</summary>
    /// <param name="numbers">The numbers; what is found stands in <see cref="SmsApiBehaviour.Lookups"/>.</param>
    /// <param name="cancellationToken">Ends the push.</param>
    /// <returns>The last attempt, or null without a target.</returns>
    public Task<WebhookAttempt?> LookupAsync(IReadOnlyList<string> numbers, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(numbers);
        return TellAsync(
            [.. numbers.Select(number => new SmsApiLook(
                Text.PhoneDigits.Of(number),
                _inbox.SmsApiAccount.NextNumber(),
                IsValid: true,
                Idx: null,
                SmsApiLook.Find(Text.PhoneDigits.Of(number), _inbox.SmsApi)))],
            cancellationToken);
    }

    /// <summary>Tells that a bulk begins.</summary>
    /// <param name="messages">Its messages.</param>
    /// <param name="byPost">By POST; else by GET. The vendor does not say which.</param>
    /// <param name="cancellationToken">Ends the push.</param>
    /// <returns>The attempt, or null without a target.</returns>
    public Task<WebhookAttempt?> BulkAsync(IReadOnlyList<CapturedMessage> messages, bool byPost = false, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(messages);
        var form = new StringBuilder();
        SmsApiPush.AddOne(form, "type", "SMS");
        SmsApiPush.AddOne(form, "all", SmsApiPush.Number(messages.Count));
        SmsApiPush.AddOne(form, "points", messages.Sum(message => message.Price).ToString(CultureInfo.InvariantCulture));
        SmsApiPush.AddOne(form, "info", "Numbers from contacts database");
        SmsApiPush.AddOne(form, "text", messages.Count > 0 ? messages[0].Text : "");
        var push = PushRequest.Get(form.ToString());
        return PushAsync(WebhookKind.Bulk, byPost ? push.Turned() : push, _inbox.SmsApi.BulkUrl, messages, cancellationToken);
    }

    /// <summary>Opens the first link of each message, which REST counts, and tells so.</summary>
    /// <param name="messages">The messages.</param>
    /// <param name="cancellationToken">Ends the push.</param>
    /// <returns>The attempt, or null without a target.</returns>
    public Task<WebhookAttempt?> LinkOpenedAsync(IReadOnlyList<CapturedMessage> messages, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(messages);
        lock (_inbox.SmsApiAccount.Gate)
        {
            _inbox.SmsApiAccount.Clicks.AddRange(messages.Select(message => SmsApiRestClicks.Of(message, _inbox)).OfType<SmsApiClick>());
        }

        var form = new StringBuilder();
        SmsApiPush.AddOne(form, "MsgId", string.Join(',', messages.Select(message => message.GatewayId)));
        SmsApiPush.AddOne(form, "to", string.Join(',', messages.Select(message => message.To[1..])));
        SmsApiPush.AddOne(form, "click_date", string.Join(',', messages.Select(_ => SmsApiPush.Unix(_inbox.Core.Now))));
        SmsApiPush.AddOne(form, "device", string.Join(',', messages.Select(_ => "PC")));
        SmsApiPush.AddOne(form, "operating_system", string.Join(',', messages.Select(_ => "Android")));
        SmsApiPush.AddOne(form, "browser", string.Join(',', messages.Select(_ => "Chrome")));
        SmsApiPush.AddOne(form, "username", _inbox.SmsApi.UserName);
        return PushAsync(WebhookKind.Link, PushRequest.Get(form.ToString()), _inbox.SmsApi.LinkUrl, messages, cancellationToken);
    }

    /// <summary>Results follow when the reply to the order has left.</summary>
    internal static void AfterReply(GatewayCall call, SmsInbox inbox, List<SmsApiLook> looks) => _ = AfterReplyAsync(call, inbox, looks);

    private static async Task AfterReplyAsync(GatewayCall call, SmsInbox inbox, List<SmsApiLook> looks)
    {
        try
        {
            await call.Answered.WaitAsync().WaitAsync(call.Core.Stopping).ConfigureAwait(false);
            await inbox.SmsApiCallbacks.TellAsync(looks, call.Core.Stopping).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is OperationCanceledException or ObjectDisposedException)
        {
            // The emulator went away.
        }
    }

    private async Task<WebhookAttempt?> TellAsync(List<SmsApiLook> looks, CancellationToken cancellationToken)
    {
        WebhookAttempt? attempt = null;
        foreach (var batch in looks.Chunk(LooksPerPush))
        {
            var push = PushRequest.Post(Encoding.ASCII.GetBytes(Form(batch)), PushRequest.Form);
            attempt = await PushAsync(WebhookKind.Lookup, push, _inbox.SmsApi.LookupUrl, [], cancellationToken).ConfigureAwait(false);
        }

        return attempt;
    }

    // Arrays as PHP has them; a number that was never ported has the word null.
    private string Form(SmsApiLook[] looks)
    {
        var form = new StringBuilder();
        for (var i = 0; i < looks.Length; i++)
        {
            var look = looks[i];
            foreach (var (name, value) in (ReadOnlySpan<(string, string)>)
            [
                ("id", look.Id), ("number", look.Digits), ("mcc", SmsApiPush.Number(look.Found.CountryCode)), ("mnc", SmsApiPush.Number(look.Found.NetworkCode)),
                ("info", look.Found.Network), ("status", look.Found.IsFound ? "OK" : "FAIL"), ("date", SmsApiPush.Unix(_inbox.Core.Now)),
                ("ported", look.Found.PortedFrom is null ? "0" : "1"), ("ported_from", look.Found.PortedFrom ?? "null"), ("idx", look.Idx ?? ""),
            ])
            {
                if (name != "idx" || value.Length > 0)
                {
                    SmsApiPush.AddOne(form, string.Create(CultureInfo.InvariantCulture, $"{i}[{name}]"), value);
                }
            }
        }

        return form.ToString();
    }

    private async Task<WebhookAttempt?> PushAsync(WebhookKind kind, PushRequest push, Uri? own, IReadOnlyList<CapturedMessage> messages, CancellationToken cancellationToken)
    {
        var given = own ?? _inbox.SmsApiAccount.CallbackTarget(kind switch { WebhookKind.Lookup => "hlr", WebhookKind.Bulk => "bulk", _ => "short_url" });
        var target = given ?? (_inbox.WebhookTargets.TryGetValue(Gateway.SmsApi, out var usual) ? usual : null);
        return target is null ? null : await _inbox.Core.Deliveries.PushAsync(new(_inbox, Gateway.SmsApi, kind, push, target, messages), cancellationToken).ConfigureAwait(false);
    }
}
