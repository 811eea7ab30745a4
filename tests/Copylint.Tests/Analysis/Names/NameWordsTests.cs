using Copylint.Analysis.Names;
using Copylint.Language;
using Copylint.Tests.Support;

namespace Copylint.Tests.Analysis.Names;

public sealed class NameWordsTests
{
    [Fact]
    public void Every_row_matters_in_its_example()
    {
        var rows = NameWords.Rows();
        var idle = rows.Where(row => Told(row, NameWords.All) == Told(row, new NameWords(rows.Where(r => r != row))));
        Assert.Empty(idle.Select(r => $"{r.Group}: {r.Word}"));
    }

    private static string Told(GroupedWord<NameGroup> row, NameWords words)
    {
        using var analysis = TestRules.Analyse(row.Example);
        var names = NameReader.Read(analysis, words);
        return string.Join(' ', names.Runs)
            + string.Join(' ', names.Mentions.Select(m => m.Traits))
            + string.Join(' ', names.Drifts.Select(d => d.UsualText))
            + string.Join(' ', names.Ages);
    }
}
