using System.Globalization;
using System.Reflection;

namespace SmsGateway.Tests.Support;

/// <summary>
/// Cultures that break careless code: a dotless i and a decimal comma (tr-TR), another calendar and other minus signs (ar-SA), a dot in
/// times and a Unicode minus (fi-FI).
/// </summary>
public static class Cultures
{
    public static TheoryData<string> Names => ["tr-TR", "ar-SA", "fi-FI"];

    /// <summary>Runs something with a culture in force; it flows into everything that is awaited.</summary>
    public static async Task RunAsync(string name, Func<Task> run)
    {
        var (culture, uiCulture) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(name);
        try
        {
            await run();
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, uiCulture);
        }
    }

    /// <summary>Runs the facts of a test class, each with a fresh instance.</summary>
    /// <param name="tests">The class.</param>
    /// <param name="arguments">The arguments of its constructor.</param>
    /// <returns>How many there were.</returns>
    public static async Task<int> RunFactsAsync(Type tests, params object[] arguments)
    {
        var facts = tests.GetMethods().Where(method => method.GetCustomAttributes().Any(attribute => attribute.GetType() == typeof(FactAttribute))).ToList();
        foreach (var fact in facts)
        {
            try
            {
                if (fact.Invoke(Activator.CreateInstance(tests, arguments), []) is Task running)
                {
                    await running;
                }
            }
            catch (Exception exception)
            {
                throw new InvalidOperationException($"{tests.Name}.{fact.Name} under {CultureInfo.CurrentCulture.Name}: {(exception as TargetInvocationException)?.InnerException ?? exception}", exception);
            }
        }

        return facts.Count;
    }
}
