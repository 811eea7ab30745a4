using Copylint.Testing;
using Copylint.Tests.Support;

namespace Copylint.Tests.Rules;

/// <summary>Sums of the copy that are right, wrong, or of other figures: rows of <c>figures.txt</c>, each with the rule
/// that it is for.</summary>
public sealed class FigureRuleTests
{
    public static TheoryData<string> Rows =>
        [.. File.ReadAllLines(TestRules.TestFile("Rules/figures.txt")).Where(r => r.Length > 0 && r[0] != '#')];

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_wrong_sum_is_found_and_a_right_one_is_not(string row)
    {
        var blank = row.IndexOf(' ');
        RuleTest.Check(TestRules.Catalog, row[..blank], row[(blank + 1)..].Replace("\\n", "\n"));
    }
}
