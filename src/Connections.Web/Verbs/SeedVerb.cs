using Connections.Data.Seeding;
using Connections.Web.Sites;

namespace Connections.Web.Verbs;

internal static class SeedVerb
{
    public static async Task<int> ImportAsync(IServiceProvider services, string? pack, TextWriter output, CancellationToken ct)
    {
        var own = services.GetRequiredService<SitePack>();
        if (pack is not null && pack != own.Key)
        {
            // A site has one pack: the database and the pages must tell of the same place.
            await output.WriteLineAsync($"This site is set to the pack “{own.Key}”. Start with --site {pack} to import the other one.");
            return 2;
        }

        bool done;
        try
        {
            done = await services.GetRequiredService<ImportPack>().HandleAsync(own.Folder, ct);
        }
        catch (InvalidDataException e)
        {
            await output.WriteLineAsync($"{e.Message} Nothing was imported.");
            return 1;
        }

        await output.WriteLineAsync(done ? $"The pack “{own.Key}” is imported." : $"The pack “{own.Key}” was imported before. Nothing changed.");
        return 0;
    }
}
