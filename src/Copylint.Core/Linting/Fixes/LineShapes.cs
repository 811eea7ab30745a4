using System.Text.RegularExpressions;

namespace Copylint.Linting.Fixes;

/// <summary>Shapes of short lines that the gate of fixes knows; each is tried on one line of at most a few hundred
/// characters.</summary>
internal static partial class LineShapes
{
    /// <summary>A telephone number: a plus, or groups of digits, nine in all at least.</summary>
    [GeneratedRegex(@"(\+\d|\(0?\d{2,5}\)|\b0?\d{2,5})[ ./-]\d{2,4}[ ./-]?\d{2,5}\b", RegexOptions.NonBacktracking)]
    public static partial Regex Phone();

    /// <summary>A line that names a version, and perhaps its day.</summary>
    [GeneratedRegex(
        @"^\W*(version |release |v)?\d+\.\d+(\.\d+)*\b[\w.+-]*(\s.{0,60})?$|^\W*unreleased\W*$",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant
    )]
    public static partial Regex Version();

    /// <summary>An entry of a list of contents: dots or wide blanks, then the number of a page.</summary>
    [GeneratedRegex(@"(\. ?){3,}\d{1,4}$| {3,}\d{1,4}$|…+ ?\d{1,4}$", RegexOptions.NonBacktracking)]
    public static partial Regex PageNumber();
}
