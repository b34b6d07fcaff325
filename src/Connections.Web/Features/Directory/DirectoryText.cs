namespace Connections.Web.Features.Directory;

/// <summary>Marks the text resource of the directory.</summary>
public sealed class DirectoryText;
