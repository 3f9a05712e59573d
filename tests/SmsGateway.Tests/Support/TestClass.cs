using System.Collections;
using System.Reflection;
using Xunit.Sdk;

namespace SmsGateway.Tests.Support;

/// <summary>Runs the tests of a class from within another test, so that what that one set up holds for all of them.</summary>
public static class TestClass
{
    /// <summary>Runs every fact and every row of every theory, each with an instance of its own.</summary>
    /// <returns>How many there were.</returns>
    public static async Task<int> RunAsync(Type tests, EmulatorFixture fixture)
    {
        var ran = 0;
        foreach (var test in tests.GetMethods().Where(method => method.GetCustomAttribute<FactAttribute>() is not null))
        {
            foreach (var row in Rows(test))
            {
                await RunAsync(tests, test, row, fixture);
                ran++;
            }
        }

        return ran;
    }

    private static async Task RunAsync(Type tests, MethodInfo test, object?[] row, EmulatorFixture fixture)
    {
        try
        {
            var takesFixture = tests.GetConstructors()[0].GetParameters().Length > 0;
            var instance = Activator.CreateInstance(tests, takesFixture ? [fixture] : []);
            await ((test.Invoke(instance, test.ResolveMethodArguments(row)) as Task) ?? Task.CompletedTask);
        }
        catch (Exception exception)
        {
            throw new InvalidOperationException($"{tests.Name}.{test.Name}({string.Join(", ", row)}): {(exception as TargetInvocationException)?.InnerException ?? exception}", exception);
        }
    }

    private static IEnumerable<object?[]> Rows(MethodInfo test) => test.GetCustomAttribute<TheoryAttribute>() is null
        ? [[]]
        : test.GetCustomAttributes().SelectMany(attribute => attribute switch
        {
            InlineDataAttribute inline => [inline.Data],
            MemberDataAttribute member => ((IEnumerable)(member.MemberType ?? test.DeclaringType!).GetProperty(member.MemberName)!.GetValue(null)!).Cast<ITheoryDataRow>().Select(row => row.GetData()),
            _ => Enumerable.Empty<object?[]>(),
        });
}
