using Copylint.Tests.Support;

namespace Copylint.Tests.Language;

/// <summary>The hard cases of sentence splitting; '|' marks where a sentence ends.</summary>
public sealed class SentenceTests
{
    [Theory]
    [InlineData("It rained.| He left.")]
    [InlineData("Mr. Smith met Dr. Jones on Main St. Tuesday night.| They left.")]
    [InlineData("The U.S. Senate voted.| It was late in the U.S.| The bill passed.")]
    [InlineData("George W. Bush spoke.| J.K. Rowling wrote.")]
    [InlineData("Vote on Plan B.| The council will.")]
    [InlineData("On Sept. 12 he came.| On Jan. 3, 2016, he left.")]
    [InlineData("It begins at 5 p.m. Monday.| It ends at 6 p.m.| The rest is open.")]
    [InlineData("Prices rose 3.5 percent.| The index lost 1.2 points.")]
    [InlineData("“I will go.”| He left.")]
    [InlineData("“Will you go?” he asked.| “Yes!” she said.")]
    [InlineData("\"It is over.\"| \"It is not.\"")]
    [InlineData("He said “no.”| Then he left.")]
    [InlineData("Wait... what?| No… it cannot be.| Well…| That is it.")]
    [InlineData("(He left early.)| She stayed.")]
    [InlineData("Acme Inc. reported a loss.| Acme Corp.| The firm said so.")]
    [InlineData("He paid $5.| 10 others paid more.")]
    [InlineData("See No. 10 and p. 4.| Fig. 3 shows it.")]
    [InlineData("Sen. Ted Cruz, R-Texas, said.| Gov. Pence agreed.")]
    [InlineData("He lives in Washington, D.C.| He works in St. Louis.")]
    [InlineData("Really?!| Yes.")]
    [InlineData("It is a no-brainer.The end.| Next.", "It is a no-brainer.|The end.| Next.")]
    [InlineData("Visit example.org.| It is free.")]
    [InlineData("He is a Ph.D. student.| She is not.")]
    [InlineData("They sang e.g. hymns, i.e. songs.| Nobody came.")]
    [InlineData("“Go,” he said.| “Now.”")]
    [InlineData("He asked: “Who?”| Nobody knew.")]
    [InlineData("It cost 5 million.| Sen. Lee voted no.")]
    [InlineData("Am I?| I am.")]
    [InlineData("He and I.| We left.")]
    [InlineData("The firm, Yahoo! Inc., rose.", "The firm, Yahoo!| Inc., rose.")]
    public void Sentences_end_where_they_should(string marked, string? expected = null)
    {
        expected ??= marked;
        var text = marked.Replace("|", "");
        using var analysis = TestRules.Analyse(text);
        var ends = analysis.Sentences.Select(s => s.Span.End).ToList();
        ends.RemoveAt(ends.Count - 1);
        var found = text;
        for (var i = ends.Count - 1; i >= 0; i--)
            found = found.Insert(ends[i], "|");
        Assert.Equal(expected, found);
    }
}
