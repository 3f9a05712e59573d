namespace SmsGateway.Emulator.Api;

/// <summary>A method and a path of the emulator's own interface; parts in braces take any value.</summary>
internal sealed class ApiRoute(string method, string template, Func<ApiCall, Task> handler)
{
    private readonly string[] _parts = template.Split('/');

    public string Method => method;

    public string Template => template;

    public Task RunAsync(ApiCall call) => handler(call);

    /// <summary>Whether the path fits; the value of the part in braces comes out.</summary>
    public bool Fits(string path, out string value)
    {
        value = "";
        var parts = path.Split('/');
        if (parts.Length != _parts.Length)
        {
            return false;
        }

        for (var i = 0; i < parts.Length; i++)
        {
            if (_parts[i] is ['{', ..] && parts[i].Length > 0)
            {
                value = parts[i];
            }
            else if (_parts[i] != parts[i])
            {
                return false;
            }
        }

        return true;
    }
}
