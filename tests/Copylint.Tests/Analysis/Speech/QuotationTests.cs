using Copylint.Testing;
using Copylint.Tests.Support;
using Copylint.Text;

namespace Copylint.Tests.Analysis.Speech;

public sealed class QuotationTests
{
    [Theory]
    [InlineData("He said: ⟦“Go now.”⟧ She left.")]
    [InlineData("He said: ⟦\"Go now.\"⟧ She left.")]
    [InlineData("He said: ⟦''Go now.''⟧ She left.")]
    [InlineData("Er sagte: ⟦«Go now.»⟧ She left.")]
    [InlineData("⟦‘I will go,’⟧ he said. ⟦‘Now.’⟧")]
    [InlineData("⟦'I will go,'⟧ he said.")]
    [InlineData("⟦“He said ‘no’ to me,”⟧ she said.")]
    [InlineData("The '90s were the Joneses' best, 'tis said, and the boys’ too.")]
    [InlineData("A 6'2\" man with a 12\" pipe.")]
    [InlineData("He called them ⟦“rapists“⟧ again.")]
    [InlineData("It is ⟦“over⟧\n\nNothing more was said that day by anyone there.")]
    [InlineData("He said: ⟦“It is hard.⟧\n\n⟦“It is over.”⟧\n\nShe left.")]
    [InlineData("He said: ⟦“It is hard.⟧\n\n- Advertisement -\n\n⟦“It is over.”⟧\n\nShe left.")]
    [InlineData("⟦“One.”⟧ ⟦“Two.”⟧")]
    [InlineData("He said: ⟦\"She called it “over” and left.\"⟧ Then he went.")]
    [InlineData("She wrote: ⟦“They are what we have.“⟧[Agency] It went on.")]
    [InlineData("⟦«Go now,»⟧ he said, and ⟦‹go›⟧ again.")]
    [InlineData("He said: ⟦\"It is hard. \"We must go.\"⟧ The mayor left.")]
    [InlineData("He said: ⟦\"It is hard.⟧\n\n⟦We must go.\"⟧\n\nThe mayor left.")]
    [InlineData("It went to the end.\" The mayor left.")]
    [InlineData("⟦“He called it “great” and left,”⟧ she said.")]
    [InlineData("⟦\"He called it \"great\" and left,\"⟧ she said.")]
    [InlineData("⟦''I am 'old school,'''⟧ he said.")]
    [InlineData("The story ⟦“Mill Fire Kills 37″⟧ was false. It spread for days.")]
    [InlineData("The stories ⟦“Mill Fire Kills 37″⟧ and ⟦“Bridge Falls”⟧ were false.")]
    [InlineData("⟦“I am 6′2″ and thin,”⟧ he said.")]
    [InlineData("The door is 6′2″ high. ⟦“Mind your head,”⟧ he said.")]
    public void Quotations_are_paired(string marked)
    {
        Assert.Null(Copylint.Cards.MarkedText.TryParse(marked, out var text));
        using var analysis = TestRules.Analyse(text.Text);
        for (var block = 0; block < analysis.Document.Blocks.Count; block++)
        {
            if (analysis.Document.Blocks[block].Span.In(text.Text).StartsWith("- Adv"))
                analysis.MarkResidue(block);
        }

        Assert.Equal(marked, RuleTest.Mark(text.Text, analysis.Quotations.All.SelectMany(q => q.Segments)));
    }

    [Fact]
    public void A_quotation_over_paragraphs_is_one()
    {
        using var analysis = TestRules.Analyse("He said: “It is hard.\n\n“It is over.”\n\n“Who else?” she asked.");
        Assert.Equal(2, analysis.Quotations.All.Count);
        var first = analysis.Quotations.All[0];
        Assert.True(first.IsClosed);
        Assert.Equal((0, 1, 6), (first.FirstBlock, first.LastBlock, first.WordCount));
        Assert.True(analysis.Quotations.Covers(new TextSpan(10, 4)));
        Assert.False(analysis.Quotations.Covers(new TextSpan(0, 4)));
    }

    [Fact]
    public void A_quotation_that_nothing_goes_on_with_is_not_closed()
    {
        using var analysis = TestRules.Analyse("He said: “It is hard.\n\nShe left the room at once.");
        Assert.False(Assert.Single(analysis.Quotations.All).IsClosed);
    }
}
