namespace SmsGateway.Tests.Support;

/// <summary>Tests that nobody may run beside: they listen to traces, and whoever is traced sends headers that others do not expect.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "alone";
}
