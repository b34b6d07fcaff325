using Microsoft.Extensions.Localization;

namespace Connections.Web.Features.Shared.Forms;

/// <summary>Where the messages of validation attributes come from: the resource of the feature that the model belongs to
/// (<c>Features/Grants/GrantsText.resx</c>), and SharedText.resx for keys that begin with "Validation.".</summary>
public static class FeatureTexts
{
    private const string Root = "Connections.Web.Features.";

    public static IStringLocalizer For(Type model, IStringLocalizerFactory factory)
    {
        var shared = factory.Create(typeof(SharedText));
        return TextsOf(model) is { } texts ? new FeatureThenShared(factory.Create(texts), shared) : shared;
    }

    private static Type? TextsOf(Type model)
    {
        var space = model.Namespace ?? "";
        var feature = space.StartsWith(Root, StringComparison.Ordinal) ? space[Root.Length..].Split('.')[0] : null;
        return feature is null ? null : typeof(FeatureTexts).Assembly.GetType($"{Root}{feature}.{feature}Text");
    }

    private sealed class FeatureThenShared(IStringLocalizer feature, IStringLocalizer shared) : IStringLocalizer
    {
        public LocalizedString this[string name] => Choose(name)[name];

        public LocalizedString this[string name, params object[] arguments] => Choose(name)[name, arguments];

        public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => feature.GetAllStrings(includeParentCultures);

        private IStringLocalizer Choose(string name) => name.StartsWith("Validation.", StringComparison.Ordinal) ? shared : feature;
    }
}
