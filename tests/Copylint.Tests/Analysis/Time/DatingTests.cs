using Copylint.Cards;
using Copylint.Tests.Support;

namespace Copylint.Tests.Analysis.Time;

public sealed class DatingTests
{
    private const double Verdict = 0.6;

    /// <summary>What copy says of its day, from a table with rows on both sides of each kind of evidence.</summary>
    [Fact]
    public void Copy_tells_of_its_day_what_the_table_says()
    {
        var wrong = new List<string>();
        foreach (var row in File.ReadAllLines(TestRules.TestFile("Analysis/Time/datings.txt")))
        {
            if (row.StartsWith('#'))
                continue;
            var parts = row.Split(" | ");
            var top = $"Date: {parts[0]}\n\n";
            Assert.Null(MarkedText.TryParse(top + parts[1].Replace("\\n", "\n"), out var marked));
            using var analysis = TestRules.Analyse(marked.Text);
            var dating = analysis.Dating!;
            var isVerdict = dating.Score >= Verdict;
            var found = isVerdict ? $"{dating.Against[0].Named.First:yyyy-MM-dd}" : "-";
            var isPlace = !isVerdict || marked.Spans.Count > 0 && dating.Against[0].Span == marked.Spans[0];
            if (found != parts[2] || !isPlace)
                wrong.Add($"{row} -> {found} {string.Join(", ", dating.Against)}");
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }
}
