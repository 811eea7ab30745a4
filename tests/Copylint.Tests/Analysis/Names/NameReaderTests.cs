using Copylint.Analysis;
using Copylint.Tests.Support;

namespace Copylint.Tests.Analysis.Names;

public sealed class NameReaderTests
{
    [Theory]
    [InlineData("Friends of Minister Dmytro Kuleba left.", "Dmytro Kuleba (Minister)")]
    [InlineData("Friends met Foreign Secretary James Ellery.", "Foreign | James Ellery (Secretary)")]
    [InlineData("He met Prime Minister Ann Roe.", "Ann Roe (Prime Minister)")]
    [InlineData("They asked Sen. Ted Cruz.", "Ted Cruz (Sen)")]
    [InlineData("Yesterday Ursula von der Leyen spoke.", "Ursula von der Leyen")]
    [InlineData("They met Kim Jong-un and Bashar al-Assad.", "Kim Jong | Bashar al-Assad")]
    [InlineData("They met George W. Bush and J.K. Rowling.", "George W. Bush | J.K. Rowling")]
    [InlineData("They took Martin Luther King's hand.", "Martin Luther King")]
    [InlineData("They saw Theresa May in May 2018.", "Theresa May")]
    [InlineData("They saw Jean-Claude Juncker, Ann Roe and Jo Poe.", "Jean-Claude Juncker | Ann Roe | Jo Poe")]
    [InlineData("Critics say that Hartwell lost.", "Hartwell")]
    [InlineData("Hartwell lost.", "Hartwell")]
    [InlineData("Rose Hartwell lost.", "Rose Hartwell")]
    [InlineData("The President left on Monday with the Senator.", "")]
    [InlineData("They work for BBC News and the UN.", "BBC News | UN")]
    public void Runs_and_titles(string text, string expected)
    {
        using var analysis = TestRules.Analyse(text);
        Assert.Equal(expected, string.Join(" | ", analysis.Names.Runs.Select(r => Told(analysis, r.Tokens, r.Title))));
    }

    [Fact]
    public void A_form_knows_its_places_and_what_stands_beside_it()
    {
        using var analysis = TestRules.Analyse("They met Ana Kuléba. KULEBA spoke, and Kuleba's Ana Roe left.");
        var names = analysis.Names;
        var form = Assert.Single(names.Forms, f => f.Key == "kuleba");
        Assert.Equal(["Kuléba", "Kuleba"], form.Mentions.Select(m => names.TextOf(names.Mentions[m])));
        Assert.Equal("ana", names.Forms[names.Mentions[form.Mentions[0]].Before].Key);
        Assert.Equal(-1, names.Mentions[form.Mentions[1]].Before);
        var ana = Assert.Single(names.Forms, f => f.Key == "ana");
        Assert.Equal(["kuleba", "roe"], ana.Mentions.Select(m => names.Forms[names.Mentions[m].After].Key));
    }

    private static string Told(DocumentAnalysis analysis, TokenRange name, TokenRange title)
    {
        var text = analysis.Document.Text;
        var before = title.Count > 0 ? $" ({analysis.SpanOf(title).In(text).TrimEnd('.')})" : "";
        return $"{analysis.SpanOf(name).In(text)}{before}";
    }
}
