namespace Connections.Web.Features.Directory;

public static class DirectoryPolicies
{
    /// <summary>Publish, return and answer what is asked of the directory.</summary>
    public const string Moderate = "directory.moderate";
}
