namespace Connections.Web.Features.Ambassadors;

/// <summary>Marks the texts of the ambassadors.</summary>
public sealed class AmbassadorsText;
