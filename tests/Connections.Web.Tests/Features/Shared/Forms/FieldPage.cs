using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using System.Text.Encodings.Web;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Connections.Domain.Shared;
using Connections.Web.Features.Shared;
using Connections.Web.Features.Shared.Forms;
using Connections.Web.Localization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Connections.Web.Tests.Features.Shared.Forms;

/// <summary>What a page binds, for tests of the controls.</summary>
public sealed class FieldInput
{
    public string? Name { get; set; }

    [EmailAddress, DataType(DataType.EmailAddress)]
    public string? Email { get; set; }

    public int? People { get; set; }

    [DataType(DataType.MultilineText)]
    public string? Summary { get; set; }

    public string? Often { get; set; }

    public List<string> Topics { get; set; } = [];

    public DateOnly? StartsOn { get; set; }

    public Money? Asked { get; set; }

    public IFormFile? Logo { get; set; }

    public bool Agrees { get; set; }
}

/// <summary>A page in the middle of being drawn: tag helpers run on it one after the other.</summary>
public sealed class FieldPage
{
    private static readonly IModelMetadataProvider Metadata = new ServiceCollection().AddMvcCore().AddDataAnnotations().Services.BuildServiceProvider().GetRequiredService<IModelMetadataProvider>();

    private readonly ModelExpressionProvider expressions = new(Metadata);
    private readonly ViewDataDictionary<FieldPage> viewData;

    public FieldPage()
    {
        viewData = new ViewDataDictionary<FieldPage>(Metadata, ModelState) { Model = this };
        View = new ViewContext { HttpContext = new DefaultHttpContext(), ViewData = viewData };
        var factory = new StrictLocalizerFactory(new ResourceManagerStringLocalizerFactory(Options.Create(new LocalizationOptions()), NullLoggerFactory.Instance), new HostingEnvironment());
        Texts = new StringLocalizer<SharedText>(factory);
    }

    public FieldInput Input { get; } = new();

    public ModelStateDictionary ModelState { get; } = new();

    public ViewContext View { get; }

    public IStringLocalizer<SharedText> Texts { get; }

    /// <summary>As if this had been typed and posted.</summary>
    public FieldPage Typed(string name, params string[] values)
    {
        ModelState.SetModelValue(name, values.Length == 1 ? values[0] : values, string.Join(',', values));
        return this;
    }

    public FieldPage Wrong(string name, string message)
    {
        ModelState.AddModelError(name, message);
        return this;
    }

    public async Task<IElement> DrawAsync<T>(FieldTagHelper field, Expression<Func<FieldPage, T>> property, params (string Name, string Value)[] extra) =>
        Read(await RunAsync(field, property, extra));

    /// <summary>Runs the helper and leaves the writing for later, as a page does.</summary>
    public Task<TagHelperOutput> RunAsync<T>(FieldTagHelper field, Expression<Func<FieldPage, T>> property, params (string Name, string Value)[] extra)
    {
        field.For = expressions.CreateModelExpression(viewData, property);
        field.ViewContext = View;
        return RunAsync(field, extra);
    }

    public async Task<TagHelperOutput> RunAsync(TagHelper helper, params (string Name, string Value)[] extra)
    {
        var attributes = new TagHelperAttributeList(extra.Select(a => new TagHelperAttribute(a.Name, a.Value)));
        var output = new TagHelperOutput("field", attributes, (_, _) => Task.FromResult<TagHelperContent>(new DefaultTagHelperContent()));
        await helper.ProcessAsync(new TagHelperContext("field", [], new Dictionary<object, object>(), "test"), output);
        return output;
    }

    public static IElement Read(TagHelperOutput output)
    {
        using var writer = new StringWriter();
        output.WriteTo(writer, HtmlEncoder.Default);
        return new HtmlParser().ParseDocument(writer.ToString()).Body!;
    }
}
