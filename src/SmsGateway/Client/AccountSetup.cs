using SmsGateway.Http;
using SmsGateway.Resilience;

namespace SmsGateway.Client;

/// <summary>One snapshot of an account: its options, and what was made from them. Replaced as a whole when options change.</summary>
internal sealed record AccountSetup(SmsAccountOptions Options, ISmsGateway Gateway, AccountPipeline Pipeline, MessageCheck Check);
