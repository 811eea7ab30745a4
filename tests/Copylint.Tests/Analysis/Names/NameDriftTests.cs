using Copylint.Analysis.Names;
using Copylint.Tests.Support;

namespace Copylint.Tests.Analysis.Names;

/// <summary>Names in two spellings: each row of <c>name-drifts.txt</c> has one where it is marked, and none else.</summary>
public sealed class NameDriftTests
{
    private static readonly string[] Rows =
    [
        .. File.ReadAllLines(TestRules.TestFile("Analysis/Names/name-drifts.txt"))
            .Where(r => r.Length > 0 && r[0] != '#'),
    ];

    [Fact]
    public void Drifts_are_found_where_they_are_marked() => Assert.Equal(Rows, Rows.Select(Mark));

    private static string Mark(string row)
    {
        var text = row.Replace("⟦", "").Replace("⟧", "").Replace("¶", "\n\n");
        using var analysis = TestRules.Analyse(text);
        var marked = text;
        foreach (var drift in analysis.Names.Drifts.Reverse())
        {
            var span = analysis.Names.SpanOf(drift.Odd[0]);
            marked = marked.Insert(span.End, "⟧").Insert(span.Start, "⟦");
        }

        return marked.Replace("\n\n", "¶");
    }

    [Theory]
    [InlineData("Łukasz", "lukasz")]
    [InlineData("O’Neill", "oneill")]
    [InlineData("Jean-Claude", "jeanclaude")]
    [InlineData("Žižek", "zizek")]
    [InlineData("Иван", "")]
    [InlineData("A÷B", "ab")]
    public void Names_are_folded(string name, string expected)
    {
        Span<char> folded = stackalloc char[NameFolding.MaxLength];
        Assert.Equal(expected, folded[..NameFolding.Fold(name, folded)].ToString());
    }

    [Theory]
    [InlineData("kuleba", "kuleba", 0)]
    [InlineData("kuleba", "kulebba", 1)]
    [InlineData("kuleba", "kuelba", 1)]
    [InlineData("kuleba", "kubela", 2)]
    [InlineData("stephanopoulos", "stephanopolous", 2)]
    public void Slips_are_counted(string one, string other, int slips) =>
        Assert.Equal(slips, NameDistance.Of(one, other));

    [Fact]
    public void Known_names_are_sorted_folded_and_grouped()
    {
        var rows = File.ReadAllLines(TestRules.TestFile("../../src/Copylint.Core/Analysis/Names/Data/known-names.txt"));
        Assert.True(rows.Length > 3500);
        Assert.Equal(rows.Order(StringComparer.Ordinal), rows);
        Assert.All(rows, r => Assert.Matches("^[a-z]{4,20} [CDFLOTU]+$", r));
        Assert.True(KnownNames.Has("iran") && KnownNames.Has("iranians") && !KnownNames.Has("kubela"));
        Assert.True(KnownNames.IsFirstName("jasmine") && !KnownNames.IsFirstName("iran"));
    }
}
