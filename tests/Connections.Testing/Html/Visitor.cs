using System.Net;
using AngleSharp.Html.Parser;
using Connections.Domain.Shared;

namespace Connections.Testing.Html;

/// <summary>Somebody at a browser without JavaScript: keeps cookies, follows redirects, reads pages.</summary>
public sealed class Visitor(HttpClient client, BrowserCookies cookies) : IDisposable
{
    private static readonly HtmlParser Parser = new();

    public HttpClient Http => client;

    public BrowserCookies Cookies => cookies;

    /// <summary>Who has signed in here; null for the public.</summary>
    public AccountId? Person { get; internal set; }

    public async Task<HtmlPage> GetAsync(string path) => await FollowAsync(await client.GetAsync(path));

    public async Task<HtmlPage> PostAsync(string path, HttpContent content) => await FollowAsync(await SendAsync(path, content));

    /// <summary>Posts as a page of this site does: the browser names the site that the form stands on. The first answer, not followed.</summary>
    public Task<HttpResponseMessage> SendAsync(string path, HttpContent content)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
        request.Headers.TryAddWithoutValidation("Origin", client.BaseAddress!.GetLeftPart(UriPartial.Authority));
        return client.SendAsync(request);
    }

    public Task<HtmlPage> PostAsync(string path, params (string Name, string Value)[] values) =>
        PostAsync(path, new FormUrlEncodedContent(values.Select(v => KeyValuePair.Create(v.Name, v.Value))));

    public void Dispose() => client.Dispose();

    /// <summary>Follows redirects to the page they end on, as a browser does after a form is sent.</summary>
    public async Task<HtmlPage> FollowAsync(HttpResponseMessage response)
    {
        for (var hops = 0; response.StatusCode is HttpStatusCode.Found or HttpStatusCode.SeeOther or HttpStatusCode.MovedPermanently; hops++)
        {
            if (hops == 10)
            {
                throw new InvalidOperationException($"More than ten redirects in a row, the last to {response.Headers.Location}.");
            }

            response = await client.GetAsync(new Uri(response.RequestMessage!.RequestUri!, response.Headers.Location!));
        }

        return new HtmlPage(this, response, Parser.ParseDocument(await response.Content.ReadAsStringAsync()));
    }
}
