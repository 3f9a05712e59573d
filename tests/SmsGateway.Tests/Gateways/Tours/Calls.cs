using System.Reflection;

namespace SmsGateway.Tests.Gateways.Tours;

/// <summary>Stands before a native client and notes which of its operations are called, those of its groups included.</summary>
public class Calls : DispatchProxy
{
    private object _client = null!;
    private ISet<string> _made = null!;

    public static T Note<T>(T client, ISet<string> made)
        where T : class => (T)(object)Note(typeof(T), client, made);

    /// <summary>Every operation of a native client's interfaces, as <c>Interface.Method</c>.</summary>
    public static IEnumerable<string> Of(Type client) => client.GetMethods()
        .SelectMany(method => method.IsSpecialName ? Of(method.ReturnType) : [NameOf(method)])
        .Distinct();

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        var result = targetMethod!.Invoke(_client, args);
        if (targetMethod.IsSpecialName)
        {
            return Note(targetMethod.ReturnType, result!, _made);
        }

        _made.Add(NameOf(targetMethod));
        return result;
    }

    private static Calls Note(Type type, object client, ISet<string> made)
    {
        var calls = (Calls)Create(type, typeof(Calls));
        (calls._client, calls._made) = (client, made);
        return calls;
    }

    private static string NameOf(MethodInfo method) => $"{method.DeclaringType!.Name}.{method.Name}";
}
