namespace Connections.Web.Features.Shared.Drawing;

/// <summary>A place to show on a map.</summary>
/// <param name="Weight">How much is there, for example how many organisations; the dot grows with it.</param>
public sealed record MapPlace(string Name, double Latitude, double Longitude, int Weight);
