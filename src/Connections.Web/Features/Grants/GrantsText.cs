namespace Connections.Web.Features.Grants;

/// <summary>Marks GrantsText.resx: texts of calls, applications, reviews and decisions.</summary>
public sealed class GrantsText;
