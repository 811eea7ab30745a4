using Copylint.Analysis.Time;
using Copylint.Tests.Support;

namespace Copylint.Tests.Analysis.Time;

public sealed class OfficeTermsTests
{
    /// <summary>From a table of seats: each holder's term is followed by the next holder's within the days that the table states.</summary>
    [Fact]
    public void Seats_are_held_without_a_gap()
    {
        var wrong = new List<string>();
        foreach (var row in File.ReadAllLines(TestRules.TestFile("Analysis/Time/seats.txt")))
        {
            if (row.StartsWith('#'))
                continue;
            var parts = row.Split(" | ");
            DateOnly? end = null;
            foreach (var name in parts[2].Split(", "))
            {
                var next = Terms(parts[0], name).Where(t => end is not { } known || t.From >= known).MinBy(t => t.From);
                if (next is null)
                    wrong.Add($"{parts[0]}: no term of {name} from {end}");
                else if (end is { } last && next.From.DayNumber - last.DayNumber > int.Parse(parts[1]))
                    wrong.Add($"{parts[0]}: {last} to {next.From}, before {name}");
                end = next?.To;
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public void Nobody_holds_one_office_twice_at_once()
    {
        var wrong = TestRules
            .Catalog.Resources.Offices.Terms.GroupBy(t => (t.Title, t.Name))
            .SelectMany(g => g.OrderBy(t => t.From).Pairwise())
            .Where(p => p.First.To is not { } end || end > p.Second.From)
            .Select(p => $"{p.First.Name}, {p.First.Title}: {p.First.To} after {p.Second.From}");
        Assert.Empty(wrong);
    }

    private static IEnumerable<OfficeTerm> Terms(string title, string name) =>
        TestRules.Catalog.Resources.Offices.Terms.Where(t => t.Title == title && t.Name == name);
}

file static class Sequences
{
    public static IEnumerable<(OfficeTerm First, OfficeTerm Second)> Pairwise(this IEnumerable<OfficeTerm> terms)
    {
        OfficeTerm? before = null;
        foreach (var term in terms)
        {
            if (before is not null)
                yield return (before, term);
            before = term;
        }
    }
}
