namespace Connections.Web.Features.WorkList;

/// <summary>Names the text resource of this feature.</summary>
public sealed class WorkListText;
