using Copylint.Analysis.Speech;
using Copylint.Tests.Support;

namespace Copylint.Tests.Analysis.Speech;

public sealed class AttributionTests
{
    [Theory]
    [InlineData("“It is over,” she said on Friday.", "she", "said", "“It is over,”")]
    [InlineData("Rudskoi said: “It is over.”", "Rudskoi", "said", "“It is over.”")]
    [InlineData(
        "“It is over,” said Jane Roe, the mayor of Leeds.",
        "Jane Roe, the mayor of Leeds",
        "said",
        "“It is over,”"
    )]
    [InlineData("The minister said the army would leave.", "The minister", "said", "the army would leave")]
    [InlineData(
        "The minister told reporters that the army would leave.",
        "The minister",
        "told",
        "the army would leave"
    )]
    [InlineData("The army would leave, the minister said.", "the minister", "said", "The army would leave")]
    [InlineData("According to the bank, prices rose.", "the bank", "According to", "prices rose")]
    [InlineData(
        "Prices rose, according to figures from the bank.",
        "figures from the bank",
        "according to",
        "Prices rose"
    )]
    [InlineData(
        "John Roe, a farmer in the valley, said it was late.",
        "John Roe, a farmer in the valley",
        "said",
        "it was late"
    )]
    [InlineData("The mayor accused the council of waste.", "The mayor", "accused", "the council of waste")]
    [InlineData("Critics have argued that it is late.", "Critics", "have argued", "it is late")]
    [InlineData("Some said they would stay.", "Some", "said", "they would stay")]
    [InlineData("“It is late,” said Will Doyle.", "Will Doyle", "said", "“It is late,”")]
    [InlineData("“It is late,” said retired surgeon Ben Roe.", "retired surgeon Ben Roe", "said", "“It is late,”")]
    [InlineData("“It is late,” Roe points out.", "Roe", "points out", "“It is late,”")]
    [InlineData("She went on to say that it was late.", "She", "went on to say", "it was late")]
    [InlineData("The mayor made it clear that it was late.", "The mayor", "made it clear", "it was late")]
    [InlineData("Roe expressed concern about the bridge.", "Roe", "expressed concern about", "the bridge")]
    [InlineData("The theft was first reported by Jane Roe.", "Jane Roe", "was first reported by", "The theft")]
    [InlineData("They carried signs that said, “We won.”", "signs", "said", "“We won.”")]
    [InlineData("The mayor is confident that it will pass.", "The mayor", "is confident", "it will pass")]
    [InlineData("The minister said he fully supports the plan.", "The minister", "said", "he fully supports the plan")]
    [InlineData("As Professor Roe put it: “It is late.”", "Professor Roe", "put it", "“It is late.”")]
    [InlineData("He told reporters:\n\n“It is late.”", "He", "told", "“It is late.”")]
    public void Source_cue_and_content_are_found(string text, string source, string cue, string content)
    {
        using var analysis = TestRules.Analyse(text);
        var found = Assert.Single(analysis.Attributions);
        Assert.Equal(
            (source, cue, content),
            (found.Source.In(text).ToString(), found.Cue.In(text).ToString(), found.Content[0].In(text).ToString())
        );
    }

    [Theory]
    [InlineData("The quick victory promised by the tyrant has failed.")]
    [InlineData("The claim was old and the report was late.")]
    [InlineData("The US-backed army left the so-called zone.")]
    [InlineData("The fire claimed by the wind was out by noon.")]
    [InlineData("The work began in May and continued until June.")]
    [InlineData("The club raised money for the bridge.")]
    [InlineData("The attack on the airport left two dead.")]
    [InlineData("He will appear in the show.")]
    public void What_is_no_frame_gives_none(string text)
    {
        using var analysis = TestRules.Analyse(text);
        Assert.Empty(analysis.Attributions);
    }

    [Fact]
    public void A_quotation_keeps_its_speaker_over_paragraphs()
    {
        using var analysis = TestRules.Analyse(
            "“It is late,” Jane Roe told the council on Friday.\n\n“Nobody will be left behind.”\n\n“We start in May.”"
        );
        var found = Assert.Single(analysis.Attributions);
        Assert.Equal(3, found.Content.Count);
        Assert.Equal("Jane Roe", found.SourceName);
    }

    [Fact]
    public void Pronouns_and_surnames_count_for_the_person_they_stand_for()
    {
        using var analysis = TestRules.Analyse(
            "Jane Roe said the road was closed. She said it would be open in May. Roe added that nobody was hurt. The ministry said no more."
        );
        var shares = SourceShare.Of(analysis);
        Assert.Equal(("Jane Roe", 3), (shares[0].Name, shares[0].Attributions));
        Assert.Equal("ministry", shares[1].Name);
    }
}
