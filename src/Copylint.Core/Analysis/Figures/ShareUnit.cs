using Copylint.Analysis.Time;
using Copylint.Language;

namespace Copylint.Analysis.Figures;

/// <summary>What stands behind a number for hundredths or points.</summary>
/// <param name="Kind">Percent or points.</param>
/// <param name="Factor">What one is in the kind's unit: 0.01 for a basis point.</param>
internal sealed record ShareUnit(QuantityKind Kind, double Factor)
{
    private static readonly Lazy<FormTable<ShareUnit>> Table = new(Load);

    /// <summary>The forms of all of them.</summary>
    public static FormTable<ShareUnit> Forms => Table.Value;

    private static FormTable<ShareUnit> Load()
    {
        var table = new FormTable<ShareUnit>(64);
        table.AddAll(FigureWords.Percent, new ShareUnit(QuantityKind.Percent, 1));
        table.AddAll(FigureWords.Points, new ShareUnit(QuantityKind.Points, 1));
        table.AddAll(FigureWords.BasisPoints, new ShareUnit(QuantityKind.Points, 0.01));
        return table;
    }
}

/// <summary>What tells how near a number is.</summary>
/// <param name="Value">How near.</param>
internal sealed record Nearness(Approximation Value)
{
    private static readonly Lazy<FormTable<Nearness>> Before = new(() =>
        Load(FigureWords.About, FigureWords.More, FigureWords.Less)
    );

    private static readonly Lazy<FormTable<Nearness>> After = new(() =>
        Load(FigureWords.AboutBehind, FigureWords.MoreBehind, null)
    );

    /// <summary>The forms that stand before a number.</summary>
    public static FormTable<Nearness> FormsBefore => Before.Value;

    /// <summary>The forms that stand behind it.</summary>
    public static FormTable<Nearness> FormsBehind => After.Value;

    private static FormTable<Nearness> Load(WordGroup about, WordGroup more, WordGroup? less)
    {
        var table = new FormTable<Nearness>(128);
        table.AddAll(about, new Nearness(Approximation.About));
        table.AddAll(more, new Nearness(Approximation.MoreThan));
        if (less is not null)
            table.AddAll(less, new Nearness(Approximation.LessThan));
        return table;
    }
}
