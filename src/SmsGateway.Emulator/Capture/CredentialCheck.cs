namespace SmsGateway.Emulator;

/// <summary>What the emulator says about a credential instead of showing it.</summary>
public enum CredentialCheck
{
    /// <summary>There was none.</summary>
    Missing,

    /// <summary>It is the one of the inbox.</summary>
    SameAsConfigured,

    /// <summary>It belongs to no inbox.</summary>
    Differs,
}
