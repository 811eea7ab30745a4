namespace Copylint.Diagnostics;

/// <summary>The names of severities and precisions, as cards, configuration files, options and reports spell
/// them.</summary>
public static class SeverityNames
{
    /// <summary>What the least severity of a run is called when nothing fails it.</summary>
    public const string Never = "never";

    /// <summary>The severities by name, the most severe first.</summary>
    public static IReadOnlyDictionary<string, Severity> All { get; } =
        new Dictionary<string, Severity>(StringComparer.Ordinal)
        {
            ["error"] = Severity.Error,
            ["warning"] = Severity.Warning,
            ["suggestion"] = Severity.Suggestion,
            ["off"] = Severity.Off,
        };

    /// <summary>The precisions by name, the highest first.</summary>
    public static IReadOnlyDictionary<string, Precision> Precisions { get; } =
        new Dictionary<string, Precision>(StringComparer.Ordinal)
        {
            ["very-high"] = Precision.VeryHigh,
            ["high"] = Precision.High,
            ["medium"] = Precision.Medium,
            ["low"] = Precision.Low,
        };

    /// <summary>The severities of findings, the most severe first.</summary>
    public static IReadOnlyList<Severity> Reported { get; } = [.. All.Values.Where(s => s != Severity.Off)];

    /// <summary>The names of the severities of findings, the most severe first.</summary>
    public static IReadOnlyList<string> ReportedNames { get; } = [.. Reported.Select(s => s.Name())];

    /// <summary>The name of a severity.</summary>
    public static string Name(this Severity severity) => All.First(s => s.Value == severity).Key;

    /// <summary>The name of a precision.</summary>
    public static string Name(this Precision precision) => Precisions.First(p => p.Value == precision).Key;

    /// <summary>What is said of a value that is no severity.</summary>
    internal static string Expected(string what, string value) =>
        $"'{what}' is {string.Join(", ", All.Keys.SkipLast(1))} or {All.Keys.Last()}, not '{value}'";
}
