using Microsoft.AspNetCore.Mvc.Razor;

namespace Connections.Web.Theming;

/// <summary>Looks for a theme's own version of a listed partial before the shared one.</summary>
public sealed class ThemePartialLocations(Theme theme) : IViewLocationExpander
{
    public void PopulateValues(ViewLocationExpanderContext context)
    {
        // The theme belongs to the deployment, so locations never depend on the request.
    }

    public IEnumerable<string> ExpandViewLocations(ViewLocationExpanderContext context, IEnumerable<string> viewLocations) =>
        theme.Overrides(context.ViewName)
            ? viewLocations.Prepend($"/Themes/{theme.Name}/partials/{{0}}.cshtml")
            : viewLocations;
}
