using Microsoft.Net.Http.Headers;

namespace Connections.Testing.Html;

/// <summary>Keeps cookies as a browser does, by the test's own clock and not the machine's.</summary>
public sealed class BrowserCookies(TimeProvider clock) : DelegatingHandler
{
    private readonly Dictionary<string, string> values = [];

    public IReadOnlyDictionary<string, string> Values => values;

    public void Set(string name, string value) => values[name] = value;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (values.Count > 0)
        {
            request.Headers.Remove(HeaderNames.Cookie);
            request.Headers.Add(HeaderNames.Cookie, string.Join("; ", values.Select(v => $"{v.Key}={v.Value}")));
        }

        var response = await base.SendAsync(request, cancellationToken);
        if (response.Headers.TryGetValues(HeaderNames.SetCookie, out var set))
        {
            foreach (var cookie in SetCookieHeaderValue.ParseList(set.ToList()))
            {
                Take(cookie);
            }
        }

        return response;
    }

    private void Take(SetCookieHeaderValue cookie)
    {
        var name = cookie.Name.ToString();
        if (cookie.Expires <= clock.GetUtcNow() || cookie.MaxAge <= TimeSpan.Zero)
        {
            values.Remove(name);
        }
        else
        {
            values[name] = cookie.Value.ToString();
        }
    }
}
