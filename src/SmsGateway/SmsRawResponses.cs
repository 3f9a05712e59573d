namespace SmsGateway;

/// <summary>Which replies of a gateway are kept in <see cref="SmsResult.RawResponse"/>.</summary>
public enum SmsRawResponses
{
    /// <summary>Those that were not a plain yes: what a support case needs.</summary>
    WhenNotAccepted = 0,

    /// <summary>All.</summary>
    Always = 1,

    /// <summary>None: replies may hold numbers and, at some gateways, texts.</summary>
    Never = 2,
}
