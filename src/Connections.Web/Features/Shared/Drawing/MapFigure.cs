namespace Connections.Web.Features.Shared.Drawing;

/// <summary>A map with its words, for the partial _WorldMap.</summary>
/// <param name="Id">Begins the ids inside; unique on the page.</param>
/// <param name="Description">What the picture tells, for those who do not see it.</param>
public sealed record MapFigure(string Id, MapDrawing Drawing, string Title, string Description);
