using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Localization;

namespace Connections.Web.Features.Shared.Forms;

/// <summary>Messages of a model's own <c>Validate</c>, in the words of its feature: what attributes say is translated by the
/// framework, what <c>Validate</c> returns is shown as it stands.</summary>
public static class OwnChecks
{
    public static ValidationResult Wrong(this ValidationContext context, string key, string member, params object[] words) =>
        new(FeatureTexts.For(context.ObjectType, context.GetRequiredService<IStringLocalizerFactory>())[key, words].Value, [member]);
}
