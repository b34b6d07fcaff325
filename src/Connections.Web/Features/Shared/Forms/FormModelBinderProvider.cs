using Connections.Domain.Shared;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Binders;

namespace Connections.Web.Features.Shared.Forms;

/// <summary>Dates and amounts are typed by people, so forms read them their own way.</summary>
public sealed class FormModelBinderProvider : IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context)
    {
        var type = context.Metadata.UnderlyingOrModelType;
        return type == typeof(DateOnly) ? new BinderTypeModelBinder(typeof(DateModelBinder))
            : type == typeof(Money) ? new BinderTypeModelBinder(typeof(MoneyModelBinder))
            : null;
    }
}
