using Connections.EndToEnd.Tests.Browsing;
using Connections.Testing;
using Connections.Testing.Crawling;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Connections.EndToEnd.Tests.EveryPage;

/// <summary>What must hold of every page there is, in both packs and so in both themes.</summary>
public abstract class EveryPageTests(Portal portal, Chromium chromium)
{
    [Fact]
    public Task On_a_desktop_no_page_breaks_a_word_in_two_or_a_rule_of_accessibility() => LookAtAllAsync(1280, async (page, visited) =>
    {
        var words = await BrokenWordsAsync(page, visited);
        var found = await page.RunAxe();
        return words.Concat(found.Violations.SelectMany(v => v.Nodes.Select(n => $"{visited.Route}: {v.Id} ({v.Help}) at {n.Target}")));
    });

    [Fact]
    public Task On_a_phone_no_page_breaks_a_word_in_two_or_is_wider_than_the_screen() => LookAtAllAsync(390, async (page, visited) =>
    {
        var words = await BrokenWordsAsync(page, visited);
        var width = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        return width > 390 ? words.Append($"{visited.Route}: {width} px wide, {await WidestAsync(page)}") : words;
    });

    [Fact]
    public async Task No_page_writes_an_error_to_the_console()
    {
        var errors = new List<string>();
        await LookAtAllAsync(1280, (_, _) => Task.FromResult<IEnumerable<string>>([]), (page, visited) =>
        {
            page.Console += (_, message) =>
            {
                if (message.Type is "error")
                {
                    errors.Add($"{visited()}: {message.Text}");
                }
            };
            page.PageError += (_, error) => errors.Add($"{visited()}: {error}");
        });

        Faults.AssertNone(errors);
    }

    private async Task LookAtAllAsync(
        int width,
        Func<IPage, VisitedPage, Task<IEnumerable<string>>> judge,
        Action<IPage, Func<string>>? listen = null)
    {
        var faults = new List<string>();
        foreach (var pages in (await PagesOfThePortal.OfAsync(portal)).GroupBy(p => p.Persona))
        {
            var page = pages.Key.Person is { } person
                ? await portal.OpenAsync(chromium, person, width)
                : await portal.OpenAsync(chromium, width);
            var route = "";
            listen?.Invoke(page, () => route);
            foreach (var visited in pages)
            {
                route = visited.Route;
                await page.GotoAsync(visited.Path, new() { WaitUntil = WaitUntilState.Load });
                faults.AddRange(await judge(page, visited));
                if (listen is null)
                {
                    await Shots.TakeAsync(page, portal.Pack, visited.Route, width);
                }
            }

            await page.Context.DisposeAsync();
        }

        Faults.AssertNone(faults);
    }

    /// <summary>Words of ordinary length that stand on two lines, because their column is too narrow for them.</summary>
    private static async Task<IEnumerable<string>> BrokenWordsAsync(IPage page, VisitedPage visited)
    {
        var words = await page.EvaluateAsync<string[]>(
            """
            () => {
              const broken = new Set(), nodes = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              while (nodes.nextNode()) {
                const node = nodes.currentNode, parent = node.parentElement;
                if (!parent.checkVisibility() || parent.closest('.visually-hidden, svg, code, textarea') || parent.closest('thead')?.clientHeight <= 1) continue;
                for (const word of node.data.matchAll(/\S+/g)) {
                  if (!/^\p{P}?[\p{Script=Latin}’]{2,18}\p{P}*$/u.test(word[0])) continue;
                  const range = document.createRange();
                  range.setStart(node, word.index);
                  range.setEnd(node, word.index + word[0].length);
                  const lines = new Set([...range.getClientRects()].filter(r => r.width > 0).map(r => Math.round(r.top / 4)));
                  if (lines.size > 1) broken.add(word[0]);
                }
              }
              return [...broken].slice(0, 5);
            }
            """);
        return words.Select(word => $"{visited.Route}: {word}");
    }

    private static Task<string> WidestAsync(IPage page) => page.EvaluateAsync<string>(
        """
        [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > innerWidth + 1)
          .slice(0, 3).map(e => e.tagName.toLowerCase() + '.' + e.className).join(', ')
        """);
}

public sealed class EveryPageOfScotland(Scotland portal, Chromium chromium) : EveryPageTests(portal, chromium);

public sealed class EveryPageOfBristol(Bristol portal, Chromium chromium) : EveryPageTests(portal, chromium);
