using System.Globalization;
using Copylint.Storage;

namespace Copylint.Analysis.Figures;

/// <summary>A unit of measure of <c>units.txt</c>.</summary>
/// <param name="Name">Its name, as messages write it, with hyphens for blanks.</param>
/// <param name="Dimension">What it measures.</param>
/// <param name="Factors">What one is in the first unit of the dimension; more than one where several units share the
/// name, such as the gallons of America and Britain.</param>
public sealed record MeasureUnit(string Name, Dimension Dimension, IReadOnlyList<double> Factors)
{
    // The freezing point of water in degrees Fahrenheit.
    private const double Freezing = 32;

    private static readonly Lazy<FormTable<MeasureUnit>> Table = new(Load);

    /// <summary>The forms of all units.</summary>
    internal static FormTable<MeasureUnit> Forms => Table.Value;

    /// <summary>Whether its zero is another than that of the first unit.</summary>
    private bool IsFahrenheit => Dimension == Dimension.Temperature && Factors[0] > 1;

    /// <summary>Converts an amount into another unit of the same dimension.</summary>
    /// <param name="value">How many of this unit.</param>
    /// <param name="other">The other unit.</param>
    /// <param name="isDifference">Whether a temperature is a rise or a fall, which has no zero.</param>
    /// <param name="variant">Which of the units of one name, from 0: <see cref="Factors"/> of either.</param>
    public double Convert(double value, MeasureUnit other, bool isDifference = false, int variant = 0)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (Dimension != Dimension.Temperature)
            return value * Factor(variant) / other.Factor(variant);
        var zero = isDifference ? 0 : Freezing;
        var celsius = IsFahrenheit ? (value - zero) / Factors[0] : value;
        return other.IsFahrenheit ? celsius * other.Factors[0] + zero : celsius;
    }

    private double Factor(int variant) => Factors[Math.Min(variant, Factors.Count - 1)];

    private static FormTable<MeasureUnit> Load()
    {
        var table = new FormTable<MeasureUnit>(512);
        foreach (var row in EmbeddedRows.Of("units.txt"))
        {
            var colon = row.IndexOf(':');
            var head = row[..colon].Split(' ');
            var factors = Array.ConvertAll(head[2..], f => double.Parse(f, CultureInfo.InvariantCulture));
            table.Add(row[(colon + 1)..], new MeasureUnit(head[0], Enum.Parse<Dimension>(head[1], true), factors));
        }

        return table;
    }
}
