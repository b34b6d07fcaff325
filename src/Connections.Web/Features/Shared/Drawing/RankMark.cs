namespace Connections.Web.Features.Shared.Drawing;

/// <summary>What the figures say about an application: each has its own shape and colour, and the row its word.</summary>
public enum RankState
{
    Fund,
    Draw,
    Decline,
}

/// <summary>Where an application stands: its mean rank, the middle half and 5 to 95 per cent of its likely ranks.</summary>
public sealed record RankMark(double Mean, double Low50, double High50, double Low90, double High90, RankState State)
{
    public string CssClass => State switch
    {
        RankState.Fund => "",
        RankState.Draw => "p-draw",
        RankState.Decline => "p-quiet",
    };
}

/// <summary>One row's mark, drawn by _RankMark; it is decoration, for the row holds the numbers.</summary>
public sealed record RankMarkRow(PlotScale Scale, double? FundingLine, RankMark Mark);
