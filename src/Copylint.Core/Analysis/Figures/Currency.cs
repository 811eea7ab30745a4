using System.Globalization;
using Copylint.Storage;

namespace Copylint.Analysis.Figures;

/// <summary>A currency of <c>currencies.txt</c>.</summary>
/// <param name="Code">Its code, or its name where a sign is shared by several.</param>
/// <param name="Low">The least of it that a US dollar was worth since 1985; 0 where no rate is kept.</param>
/// <param name="High">The most of it that a US dollar was worth.</param>
public sealed record Currency(string Code, double Low, double High)
{
    private static readonly Lazy<FormTable<Currency>> Table = new(Load);

    /// <summary>The forms of all currencies.</summary>
    internal static FormTable<Currency> Forms => Table.Value;

    /// <summary>Whether its rates are kept.</summary>
    public bool HasRate => High > 0;

    private static FormTable<Currency> Load()
    {
        var table = new FormTable<Currency>(128);
        foreach (var row in EmbeddedRows.Of("currencies.txt"))
        {
            var colon = row.IndexOf(':');
            var head = row[..colon].Split(' ');
            table.Add(row[(colon + 1)..], new Currency(head[0], Number(head[1]), Number(head[2])));
        }

        return table;

        static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
    }
}
