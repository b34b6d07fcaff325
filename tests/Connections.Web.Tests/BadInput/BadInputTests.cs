using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Connections.Testing;
using Connections.Testing.Html;

namespace Connections.Web.Tests.BadInput;

/// <summary>Finds every form of the site by walking it as each kind of person, and posts to each what should never be
/// taken. A form that is new is found and tried without a line being added here.</summary>
public abstract class BadInputTests(HostFixture fixture, FormsOfTheSite forms)
{
    private static readonly byte[][] Malformed =
    [
        [0x61, 0xED, 0xA0, 0x80, 0x62], // half of a surrogate pair
        [0x61, 0xC0, 0xAF, 0x62], // a slash in two bytes
        [0x61, 0x00, 0x62], // NUL
        [0xFF, 0xFE, 0xFA],
    ];

    // A draft is kept as it is, empty or half right; sending it is another button. With thanks, or with everything published, no word needs to go.
    private static readonly string[] TakesAnything =
    [
        "Save and come back", "Save and come back later", "Add a part", "Show how it looks", "Thank them: it is dealt with",
        "Let them speak for the organisation", "Publish what is ticked, return the rest",
    ];

    // Draws the page again with one part more.
    private const string ChecksNothing = "Add a part";

    // Leaving a list asks for nothing (RFC 8058): the sealed address of the page is what allows it.
    private const string WithoutToken = "/unsubscribe/{token}";

    [Fact]
    public Task Everything_missing_is_refused() => TryAllAsync(Refused, form =>
    {
        var empty = form.Visible.Where(c => !FormFields.IsFile(c)).ToList();
        foreach (var control in empty)
        {
            form.Remove(NameOf(control));
        }

        return empty.Any(IsRequired) && !TakesAnything.Contains(form.Button);
    });

    [Fact]
    public Task Everything_empty_is_refused() => TryAllAsync(Refused, form =>
    {
        foreach (var control in form.Texts)
        {
            form.Set(NameOf(control), " ");
        }

        return form.Texts.Any(IsRequired) && !TakesAnything.Contains(form.Button);
    });

    [Fact]
    public Task Everything_too_long_is_refused_and_kept() => TryAllAsync(RefusedAndKept, form =>
    {
        foreach (var control in form.Texts)
        {
            form.Set(NameOf(control), new string('a', 100_000));
        }

        return form.Texts.Count > 0 && form.Button != ChecksNothing;
    });

    /// <summary>One box after the other has something unreadable in it, and every other box good words.</summary>
    [Fact]
    public async Task What_was_typed_is_kept_in_every_box()
    {
        var faults = new List<string>();
        foreach (var form in (await forms.OfAsync(fixture)).Where(f => f.Button != ChecksNothing))
        {
            foreach (var wrong in (await OpenAsync(form)).Form.Texts.Select(NameOf).Distinct())
            {
                var (visitor, raw) = await OpenAsync(form);
                Type(raw);
                var typed = TypedInto(raw);
                raw.Set(wrong, [.. Encoding.UTF8.GetBytes(typed[wrong]), 0]);
                faults.AddRange(RefusedAndKept(await PostAsync(visitor, raw), typed).Select(fault => $"{form} with {wrong} unreadable: {fault}"));
            }
        }

        Faults.AssertNone(faults);
    }

    [Fact]
    public Task Values_of_the_wrong_kind_are_refused_and_kept() => TryAllAsync(RefusedAndKept, form =>
    {
        var wrong = form.Visible.Where(HasKind).ToList();
        foreach (var control in wrong)
        {
            form.Set(NameOf(control), "no-such-value");
        }

        return wrong.Count > 0 && !TakesAnything.Contains(form.Button);
    });

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public Task Malformed_text_is_refused(int kind) => TryAllAsync(Refused, form =>
    {
        foreach (var control in form.Texts)
        {
            form.Set(NameOf(control), Malformed[kind]);
        }

        return form.Texts.Count > 0 && form.Button != ChecksNothing;
    });

    [Fact]
    public Task Malformed_text_in_what_the_page_put_there_is_no_crash() => TryAllAsync(Answered, form =>
    {
        foreach (var name in form.Hidden)
        {
            form.Set(name, Malformed[2]);
        }

        return form.Hidden.Count > 0;
    });

    [Fact]
    public Task A_post_without_its_token_is_refused_and_what_was_typed_is_kept() => TryAllAsync(RefusedAndKept, form =>
    {
        Type(form);
        form.RemoveToken();
        return form.Route != WithoutToken;
    });

    [Fact]
    public Task A_post_with_an_expired_token_is_refused_and_what_was_typed_is_kept() => TryAllAsync(RefusedAndKept, form =>
    {
        Type(form);
        form.SpoilToken();
        return form.Route != WithoutToken;
    });

    [Fact]
    public async Task Every_form_carries_a_token()
    {
        var without = new List<string>();
        foreach (var form in await forms.OfAsync(fixture))
        {
            if ((await OpenAsync(form)).Form is { HasToken: false } raw && raw.Route != WithoutToken)
            {
                without.Add(form.ToString());
            }
        }

        Faults.AssertNone(without);
    }

    [Fact]
    public Task A_stale_edit_is_refused_and_kept() => TryAllAsync(RefusedAndKept, form =>
    {
        var versions = form.Hidden.Where(n => n.Split('.')[^1] is "Version" or "Seen" or "Seal").ToList();
        foreach (var name in versions)
        {
            form.Set(name, "-7");
        }

        // Saving again what is there already is no edit, so something is written that is new.
        if (form.Texts.FirstOrDefault(c => c is IHtmlTextAreaElement || (c is IHtmlInputElement { Type: "text" } && !c.HasAttribute("inputmode"))) is { } written)
        {
            form.Set(NameOf(written), $"{form[NameOf(written)]} more");
        }

        return versions.Count > 0 && form.Button is not (ChecksNothing or "Show how it looks");
    });

    [Fact]
    public Task A_record_that_is_not_there_is_refused_and_what_was_typed_is_kept() => TryAllAsync(RefusedAndKept, form =>
    {
        Type(form);
        var action = form.Action;
        form.Action = Nowhere.InsteadOf(form.Action, form.Route);
        return action != form.Action;
    });

    [Theory]
    [InlineData("portrait.png", "image/png", 12_000_000)]
    [InlineData("portrait.png", "image/png", 13_000_000)]
    [InlineData("portrait.png", "image/png", 60_000_000)]
    [InlineData("portrait.png", "image/png", 110_000_000)]
    [InlineData("program.png", "image/png", 600)]
    [InlineData("page.html", "text/html", 300)]
    public Task A_file_too_large_or_of_a_lying_type_is_refused(string name, string contentType, int size) => TryAllAsync(Refused, form =>
    {
        foreach (var control in form.Files)
        {
            var content = new byte[size];
            (name == "page.html" ? "<html><script>alert(1)</script>"u8 : "MZ this is no picture"u8).CopyTo(content);
            form.Attach(NameOf(control), name, contentType, content);
        }

        return form.Files.Count > 0;
    });

    private static IEnumerable<string> Answered(Answer answer, IReadOnlyDictionary<string, string> typed) => answer.Faults();

    private static IEnumerable<string> Refused(Answer answer, IReadOnlyDictionary<string, string> typed) => [.. answer.Faults(), .. answer.FaultsAsRefusal()];

    private static IEnumerable<string> RefusedAndKept(Answer answer, IReadOnlyDictionary<string, string> typed) =>
        [.. Refused(answer, typed), .. answer.FaultsInKeeping(typed)];

    private static Dictionary<string, string> TypedInto(RawForm form) =>
        form.Texts.Select(NameOf).Distinct().Where(n => form[n] is not null).ToDictionary(n => n, n => form[n]!);

    /// <summary>Words with signs that a page must not lose or take for its own.</summary>
    private static void Type(RawForm form)
    {
        foreach (var control in form.Texts)
        {
            form.Set(NameOf(control), control is IHtmlTextAreaElement ? "Zwölf <b>Boxkämpfer</b> & \"Ωmega\"\nвторая строка" : "Zwölf <b>Ωmega</b> & \"ё\"");
        }
    }

    private static string NameOf(IElement control) => control.GetAttribute("name")!;

    private static bool IsRequired(IElement control) =>
        !RawForm.IsOptional(control) && control is IHtmlTextAreaElement or IHtmlInputElement { Type: "text" or "email" or "tel" or "url" };

    private static bool HasKind(IElement control) =>
        control is IHtmlSelectElement or IHtmlInputElement { Type: "radio" or "checkbox" or "email" or "url" or "number" or "date" }
        || control.GetAttribute("inputmode") == "numeric";

    private async Task TryAllAsync(Func<Answer, IReadOnlyDictionary<string, string>, IEnumerable<string>> judge, Func<RawForm, bool> spoil)
    {
        var (faults, tried) = (new List<string>(), 0);
        foreach (var form in await forms.OfAsync(fixture))
        {
            var (visitor, raw) = await OpenAsync(form);
            if (spoil(raw))
            {
                tried++;
                var answer = await PostAsync(visitor, raw);
                faults.AddRange(judge(answer, TypedInto(raw)).Select(fault => $"{form}: {fault}"));
            }
        }

        Faults.AssertNone(faults);
        Assert.NotEqual(0, tried);
    }

    /// <summary>Opens a form as somebody who has just signed in: an answer to another form may have ended the last sign-in.</summary>
    private async Task<(Visitor Visitor, RawForm Form)> OpenAsync(FoundForm form) =>
        await form.OpenAnywhereAsync(fixture.Host) ?? throw new InvalidOperationException($"{form} is no longer there.");

    private async Task<Answer> PostAsync(Visitor visitor, RawForm raw)
    {
        var before = await RowCounts.OfAsync(fixture.Host);
        var first = await visitor.SendAsync(raw.Action, raw.Content());
        var page = await visitor.FollowAsync(first);
        var stored = RowCounts.Difference(before, await RowCounts.OfAsync(fixture.Host));
        return new Answer(page, wasRedirected: (int)first.StatusCode is >= 300 and < 400, stored, raw.Page.Heading);
    }
}

public sealed class BadInputTestsOnSqlite(DemonstrationOnSqlite fixture, FormsOfTheSite forms)
    : BadInputTests(fixture, forms), IClassFixture<DemonstrationOnSqlite>, IClassFixture<FormsOfTheSite>;

public sealed class BadInputTestsOnPostgreSql(DemonstrationOnPostgreSql fixture, FormsOfTheSite forms)
    : BadInputTests(fixture, forms), IClassFixture<DemonstrationOnPostgreSql>, IClassFixture<FormsOfTheSite>;

public sealed class BadInputTestsInBristol(DemonstrationOfBristol fixture, FormsOfTheSite forms)
    : BadInputTests(fixture, forms), IClassFixture<DemonstrationOfBristol>, IClassFixture<FormsOfTheSite>;
