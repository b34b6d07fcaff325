namespace Connections.Web.Features.Shared.Drawing;

/// <summary>How long something has waited, against what is promised; drawn by _WaitBar. Decoration: the words stand beside it.</summary>
public sealed record WaitBar(TimeSpan Waited, TimeSpan Promised)
{
    private const double Promise = 100;
    private const double End = 160;

    public bool IsLate => Waited > Promised;

    public string InTime => SvgText.Number(Math.Min(Reach, Promise));

    public string Late => SvgText.Number(Math.Max(0, Reach - Promise));

    private double Reach => Promised <= TimeSpan.Zero ? End : Math.Clamp(Promise * (Waited / Promised), 0, End);
}
