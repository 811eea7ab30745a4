using System.Globalization;

namespace Copylint.Rules.Figures.Sums;

/// <summary>Figures as messages write them.</summary>
internal static class Percentage
{
    /// <summary>A percentage, to one place below ten.</summary>
    public static string Text(double value) => Number(value) + "%";

    /// <summary>A number with thousands parted: whole from ten on, and to one place below.</summary>
    public static string Number(double value) =>
        value.ToString(Math.Abs(value) < 10 ? "0.#" : "#,0", CultureInfo.InvariantCulture);

    /// <summary>A rate of exchange: to two places, or to two digits below one hundredth.</summary>
    public static string Rate(double value) =>
        value.ToString(
            value < 0.1 ? "0.####"
                : value < 100 ? "0.##"
                : "#,0",
            CultureInfo.InvariantCulture
        );
}
