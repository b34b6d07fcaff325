using System.Globalization;

namespace Connections.Web.Features.Shared.Drawing;

/// <summary>A row for each thing, with its value and how sure we are of it; drawn by _IntervalPlot, with its table.</summary>
/// <param name="Id">Begins the ids inside; unique on the page.</param>
/// <param name="Says">One sentence: how to read it.</param>
public sealed record IntervalPlot(string Id, string Title, string Says, PlotScale Scale, IReadOnlyList<double> Ticks, IReadOnlyList<IntervalRow> Rows)
{
    /// <summary>What the rows are, above the first column of the table.</summary>
    public required string RowHeading { get; init; }

    public required string ValueHeading { get; init; }

    /// <summary>The range that is all right, shaded.</summary>
    public (double From, double To)? Band { get; init; }

    /// <summary>The value that means "no difference" and is drawn stronger.</summary>
    public double? Zero { get; init; }

    /// <summary>What the two ends of the scale mean.</summary>
    public string? LowWords { get; init; }

    public string? HighWords { get; init; }

    /// <summary>How values are written, for example <c>+0.00;−0.00;0.00</c>.</summary>
    public string Format { get; init; } = "0.00";

    /// <summary>How much of the width the names take, in per cent.</summary>
    public int NameWidth { get; init; } = 32;

    public int RowHeight { get; init; } = 28;

    public int PlotHeight => Rows.Count * RowHeight;

    public int PlotWidth => 96 - NameWidth;

    public string Write(double value) => value.ToString(Format, CultureInfo.CurrentCulture);
}

/// <param name="IsAttention">Beyond the rule that is written beside the chart.</param>
public sealed record IntervalRow(string Name, double Value, double Low, double High, bool IsAttention = false);
