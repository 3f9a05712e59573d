namespace SmsGateway.SmsApi;

/// <summary>
/// SMSAPI's complete API, in the vendor's own terms, grouped as its documentation is. For plain sending prefer
/// <see cref="ISmsClient"/>, which takes care of grouping, limits and lost answers. Source: docs.smsapi.com, the vendor's
/// OpenAPI description and its official clients. Thread-safe.
/// </summary>
/// <remarks>
/// Every method throws <see cref="SmsException"/> for what the gateway refuses and for answers that do not come or cannot be
/// read - the derived <see cref="SmsApiException"/> when the refusal names numbers or fields -,
/// <see cref="OperationCanceledException"/> when cancelled, and <see cref="ArgumentException"/> for a request that could not be
/// written without being misread, before anything is sent. Questions are repeated as the account's resilience options allow.
/// What changes something is repeated only while nothing had left; a lost answer then says
/// <see cref="SmsErrorKind.ConnectionLost"/> or <see cref="SmsErrorKind.Timeout"/>, and the thing may have been done.
/// The scripts (<c>*.do</c>) fall back to <see cref="SmsApiOptions.BackupAddress"/>, and only after proof that nothing had left.
/// </remarks>
public interface ISmsApiClient
{
    /// <summary>Sending, deleting and finding SMS (<c>/sms.do</c>).</summary>
    ISmsApiSms Sms { get; }

    /// <summary>Look-ups of numbers in the networks (<c>/hlr.do</c>, <c>/hlrsync.do</c>).</summary>
    ISmsApiHlr Hlr { get; }

    /// <summary>Sub-users (<c>/user.do</c>).</summary>
    ISmsApiUsers Users { get; }

    /// <summary>Sender names (<c>/sender.do</c>).</summary>
    ISmsApiSenders Senders { get; }

    /// <summary>The price list (<c>/prices.do</c>).</summary>
    ISmsApiPrices Prices { get; }

    /// <summary>The balance (<c>/user.do</c>).</summary>
    ISmsApiAccount Account { get; }

    /// <summary>Multimedia messages (<c>/mms.do</c>), a service of the Polish portal.</summary>
    ISmsApiMms Mms { get; }

    /// <summary>Voice messages (<c>/vms.do</c>), a service of the Polish portal.</summary>
    ISmsApiVms Vms { get; }

    /// <summary>The REST interface beside the scripts.</summary>
    ISmsApiRest Rest { get; }
}
