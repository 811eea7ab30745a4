using Copylint.Language;
using Copylint.Tests.Support;

namespace Copylint.Tests.Language;

public sealed class TokenizerTests
{
    [Theory]
    [InlineData("The U.S. army, J.K. Rowling and e.g. him.", "The|U.S.|army|,|J.K.|Rowling|and|e.g.|him|.")]
    [InlineData("Russia’s it’ll they've don't o'clock", "Russia|’s|it|’ll|they|'ve|don't|o'clock")]
    [InlineData("1,237 3.5 30th 1990s 5pm $2.50 10%", "1,237|3.5|30th|1990s|5pm|$|2.50|10|%")]
    [InlineData("far-right pro-Moscow 2012–16 word – dash —x", "far|-|right|pro|-|Moscow|2012|–|16|word|–|dash|—|x")]
    [InlineData(
        "see https://example.org/a?b=c. or example.org, a@b.org",
        "see|https://example.org/a?b=c|.|or|example.org|,|a@b.org"
    )]
    [InlineData("“Hi,” ''Hi'' \"Hi\" ‘Hi’ `", "“|Hi|,|”|''|Hi|''|\"|Hi|\"|‘|Hi|’|`")]
    [InlineData("wait... what… no?!", "wait|...|what|…|no|?|!")]
    [InlineData("#tag @user #1 5 @ 6", "#tag|@user|#|1|5|@|6")]
    [InlineData("naïve café Ångström Ελλάδα 東京", "naïve|café|Ångström|Ελλάδα|東京")]
    [InlineData("a\u00A0b\u200Bc\u00ADd 😀 x", "a|bcd|😀|x")]
    [InlineData("the Joneses' and rock 'n' roll", "the|Joneses|'|and|rock|'|n|'|roll")]
    public void Text_becomes_tokens(string text, string expected)
    {
        using var analysis = TestRules.Analyse(text);
        var tokens = new List<string>();
        foreach (ref readonly var token in analysis.Tokens)
            tokens.Add(analysis.TextOf(token).ToString());
        Assert.Equal(expected, string.Join('|', tokens));
    }

    [Theory]
    [InlineData("word", TokenKind.Word, CaseShape.Lower)]
    [InlineData("Word", TokenKind.Word, CaseShape.Capitalised)]
    [InlineData("NATO", TokenKind.Word, CaseShape.Upper)]
    [InlineData("iPhone", TokenKind.Word, CaseShape.Mixed)]
    [InlineData("I", TokenKind.Word, CaseShape.Capitalised)]
    [InlineData("U.S.", TokenKind.Word, CaseShape.Upper)]
    [InlineData("12th", TokenKind.Number, CaseShape.None)]
    [InlineData("–", TokenKind.Dash, CaseShape.None)]
    [InlineData(";", TokenKind.Semicolon, CaseShape.None)]
    public void A_token_has_its_kind_and_case(string text, TokenKind kind, CaseShape shape)
    {
        using var analysis = TestRules.Analyse(text);
        Assert.Equal((kind, shape), (analysis.Tokens[0].Kind, analysis.Tokens[0].Shape));
    }

    [Fact]
    public void Known_words_have_numbers_in_any_case()
    {
        using var analysis = TestRules.Analyse("THE the The qqqqq DON’T don't");
        Assert.Equal(analysis.Tokens[0].WordId, analysis.Tokens[1].WordId);
        Assert.NotEqual(0, analysis.Tokens[2].WordId);
        Assert.Equal(0, analysis.Tokens[3].WordId);
        Assert.Equal(analysis.Tokens[4].WordId, analysis.Tokens[5].WordId);
        Assert.NotEqual(0, analysis.Tokens[5].WordId);
    }
}
