using Copylint.Analysis.Speech;
using Copylint.Analysis.Speech.Reading;
using Copylint.Language;
using Copylint.Tests.Support;

namespace Copylint.Tests.Analysis.Speech;

public sealed class SpeechWordsTests
{
    [Fact]
    public void Every_row_matters_in_its_example()
    {
        var rows = SpeechWords.Rows();
        var idle = rows.Where(row => ReadsAlike(row, new SpeechWords(rows.Where(r => r != row))));
        Assert.Empty(idle.Select(r => $"{r.Group}: {r.Example}"));
    }

    private static bool ReadsAlike(GroupedWord<SpeechGroup> row, SpeechWords without)
    {
        using var analysis = TestRules.Analyse(row.Example);
        return Told(AttributionReader.Read(analysis, SpeechWords.All))
            == Told(AttributionReader.Read(analysis, without));
    }

    private static string Told(IReadOnlyList<Attribution> found) =>
        string.Join('\n', found.Select(a => $"{a.Source} {a.SourceName} {a.Cue} {string.Join(' ', a.Content)}"));
}
