using Connections.Web.WorkList;

namespace Connections.Web.Features.WorkList;

public static class WorkListFeature
{
    public static IServiceCollection AddWorkList(this IServiceCollection services) => services.AddScoped<WaitingWork>().AddScoped<Diary>();
}
