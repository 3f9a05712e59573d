namespace SmsGateway.SmsApi;

/// <summary>SMSAPI refused a native call and named the numbers or fields at fault. Neither is part of any printed text: they may be personal data.</summary>
public sealed class SmsApiException : SmsException
{
    /// <summary>Makes an exception from a refusal.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="error"/> is null.</exception>
    public SmsApiException(SmsError error, IReadOnlyList<SmsApiRefusedNumber>? refusedNumbers = null, IReadOnlyList<SmsApiFieldError>? fields = null)
        : base(error)
    {
        RefusedNumbers = refusedNumbers ?? [];
        Fields = fields ?? [];
    }

    /// <summary>The numbers at fault, each with its reason (<c>invalid_numbers</c> of the scripts).</summary>
    public IReadOnlyList<SmsApiRefusedNumber> RefusedNumbers { get; }

    /// <summary>The fields at fault (<c>errors</c> of the REST interface).</summary>
    public IReadOnlyList<SmsApiFieldError> Fields { get; }

    /// <summary>The gateway's words for a developer, where the REST interface gives any.</summary>
    public string? DeveloperDescription { get; init; }
}

/// <summary>A field that the REST interface did not take.</summary>
/// <param name="Path">The field's name.</param>
/// <param name="Tag">The gateway's word for what is wrong: "invalid_request_data".</param>
public sealed record SmsApiFieldError(string? Path, string? Tag)
{
    /// <summary>The gateway's sentence.</summary>
    public string? Message { get; init; }

    /// <summary>The value that was refused. May be personal data.</summary>
    public string? Value { get; init; }

    /// <summary>Field and word. Never the value.</summary>
    public override string ToString() => $"SmsApiFieldError {{ Path = {Path ?? "none"}, Tag = {Tag ?? "none"} }}";
}
