namespace Connections.Domain.Directory;

/// <summary>Where on the map, in degrees.</summary>
public sealed record GeoPoint(double Latitude, double Longitude);
