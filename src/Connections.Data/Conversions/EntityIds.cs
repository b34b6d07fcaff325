using Connections.Domain.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Connections.Data.Conversions;

/// <summary>Maps every typed identifier of the domain to a plain <see cref="Guid"/> column.</summary>
internal static class EntityIds
{
    public static void Register(ModelConfigurationBuilder builder)
    {
        foreach (var type in typeof(AccountId).Assembly.GetTypes().Where(IsEntityId))
        {
            builder.Properties(type).HaveConversion(typeof(EntityIdConverter<>).MakeGenericType(type));
        }
    }

    private static bool IsEntityId(Type type) =>
        type.IsValueType && type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEntityId<>));
}

internal sealed class EntityIdConverter<TId>() : ValueConverter<TId, Guid>(id => id.Value, value => From(value))
    where TId : struct, IEntityId<TId>
{
    private static TId From(Guid value) => TId.From(value);
}
