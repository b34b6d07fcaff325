namespace Connections.Web.Features.Shared.Drawing;

/// <summary>A map worked out to the last number; the partial _WorldMap writes it down.</summary>
/// <param name="Sea">The radius of the round sea; none on a wide map, which floats on the page.</param>
/// <param name="Lines">Ways from the home place to each other place.</param>
public sealed record MapDrawing(
    string CssClass,
    double Width,
    double Height,
    double? Sea,
    string Land,
    IReadOnlyList<MapRing> Rings,
    IReadOnlyList<string> Lines,
    IReadOnlyList<MapDot> Dots,
    Point Home,
    IReadOnlyList<MapLabel> Labels);

/// <summary>A circle of equal distance from home.</summary>
public sealed record MapRing(double Radius, int Kilometres);

public sealed record MapDot(Point At, double Radius);

/// <param name="Anchor">start or end: on which side of the dot the name stands.</param>
public sealed record MapLabel(Point At, string Anchor, string Text);
