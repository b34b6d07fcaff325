using System.Globalization;
using Connections.Web.WorkList;

namespace Connections.Web.Features.WorkList;

/// <summary>One thing that waits, with the bar that shows how long against the promise.</summary>
public sealed record WorkRow(WorkItem Item, TimeSpan Waited)
{
    // In the drawing's own units: the promise is at 100 of 160, and a bar past the end says no more than "very late".
    private const double PromiseAt = 100;
    private const double End = 160;

    public TimeSpan LateBy => Waited - Item.PromisedWithin;

    public bool IsLate => LateBy > TimeSpan.Zero;

    public bool IsForToday => !IsLate && LateBy > TimeSpan.FromDays(-1);

    public string Bar => Number(Math.Clamp(Share * PromiseAt, 1, PromiseAt));

    public string LateBar => Number(Math.Clamp((Share - 1) * PromiseAt, 4, End - PromiseAt));

    private double Share => Item.PromisedWithin > TimeSpan.Zero ? Math.Max(0, Waited / Item.PromisedWithin) : 2;

    private static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
