using SmsGateway.Emulator.Capture;
using SmsGateway.Emulator.Text;

namespace SmsGateway.Emulator;

/// <summary>What the gateways accepted.</summary>
public sealed class CapturedMessages : CaptureView<CapturedMessage>
{
    internal CapturedMessages(IStoreView<CapturedMessage> view)
        : base(view)
    {
    }

    /// <summary>The messages to one number, compared by its digits.</summary>
    /// <param name="number">In any form that begins with the country's prefix.</param>
    public IReadOnlyList<CapturedMessage> To(string number)
    {
        var digits = PhoneDigits.Of(number);
        return [.. Since(default).Where(message => PhoneDigits.Of(message.To) == digits)];
    }
}
