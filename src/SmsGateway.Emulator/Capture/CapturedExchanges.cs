using SmsGateway.Emulator.Capture;

namespace SmsGateway.Emulator;

/// <summary>
/// Every HTTP exchange with a gateway, also refused and broken ones. One is recorded once its request was read whole and
/// before anything of the reply leaves, so it is there when the caller sees the outcome.
/// </summary>
public sealed class CapturedExchanges : CaptureView<CapturedExchange>
{
    internal CapturedExchanges(IStoreView<CapturedExchange> view)
        : base(view)
    {
    }
}
