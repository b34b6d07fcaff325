using Connections.Domain.Shared;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Binders;

namespace Connections.Web.Features.Shared.Forms;

/// <summary>Every text that a form or an address brings is one line, unless its property says otherwise
/// (<c>[DataType(DataType.MultilineText)]</c>): see <see cref="OneLine"/>.</summary>
public sealed class OneLineModelBinder(ILoggerFactory loggers) : IModelBinder
{
    private readonly SimpleTypeModelBinder inner = new(typeof(string), loggers);

    public async Task BindModelAsync(ModelBindingContext bindingContext)
    {
        await inner.BindModelAsync(bindingContext);
        if (bindingContext.Result is { IsModelSet: true, Model: string typed })
        {
            var line = OneLine.Of(typed);
            bindingContext.Result = ModelBindingResult.Success(line.Length == 0 && bindingContext.ModelMetadata.ConvertEmptyStringToNull ? null : line);
        }
    }
}
