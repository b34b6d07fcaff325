using System.ComponentModel.DataAnnotations;
using Connections.Domain.Shared;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Binders;

namespace Connections.Web.Features.Shared.Forms;

/// <summary>Dates, amounts and lines of text are typed by people, so forms read them their own way.</summary>
public sealed class FormModelBinderProvider : IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context)
    {
        var type = context.Metadata.UnderlyingOrModelType;
        return type == typeof(DateOnly) ? new BinderTypeModelBinder(typeof(DateModelBinder))
            : type == typeof(Money) ? new BinderTypeModelBinder(typeof(MoneyModelBinder))
            : type == typeof(string) && context.Metadata.DataTypeName != nameof(DataType.MultilineText) && IsTyped(context.BindingInfo.BindingSource) ? new OneLineModelBinder(context.Services.GetRequiredService<ILoggerFactory>())
            : null;
    }

    /// <summary>Whether it comes from a form or an address.</summary>
    private static bool IsTyped(BindingSource? source) =>
        source is null || source.CanAcceptDataFrom(BindingSource.Form) || source.CanAcceptDataFrom(BindingSource.Query) || source.CanAcceptDataFrom(BindingSource.Path);
}
