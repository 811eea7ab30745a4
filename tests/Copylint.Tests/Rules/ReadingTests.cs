using Copylint.Configuration;
using Copylint.Linting;
using Copylint.Tests.Support;

namespace Copylint.Tests.Rules;

/// <summary>Words that are loaded in one reading and plain in another: each row of <c>readings.txt</c> is plain, or
/// loaded where it is marked.</summary>
public sealed class ReadingTests
{
    private static readonly string[] Rows =
    [
        .. File.ReadAllLines(TestRules.TestFile("Rules/readings.txt")).Where(r => r.Length > 0 && r[0] != '#'),
    ];

    [Fact]
    public void Loaded_readings_are_found_and_plain_ones_are_not() => Assert.Equal(Rows, Rows.Select(Mark));

    // A paragraph of its own, so that no row stands in the passage of another.
    private static string Mark(string row)
    {
        var text = row.Replace("⟦", "").Replace("⟧", "");
        using var analysis = TestRules.Analyse(text);
        var marked = text;
        var found = new Linter(TestRules.Catalog, new LintSettings())
            .Lint(analysis)
            .Where(d => d.Rule.Family == "language");
        foreach (var span in found.Select(d => d.Span).OrderByDescending(s => s.Start))
            marked = marked.Insert(span.End, "⟧").Insert(span.Start, "⟦");
        return marked;
    }
}
