using Copylint.Documents;
using Copylint.Tests.Support;

namespace Copylint.Tests.Documents;

/// <summary>A pasted post is the word of who signed it; a line that only names an account is not.</summary>
public sealed class PostSignatureTests
{
    private const string Before = "The council met on Monday and talked about the bridge for an hour.\n\n";

    [Theory]
    [InlineData("The plan is insane. — Jane Roe (@janeroe) February 11, 2015", true)]
    [InlineData("The plan is insane.— Jane Roe (@jane_roe) 11 Feb 2015", true)]
    [InlineData("The plan is insane. -- Jane Roe (@janeroe)", true)]
    [InlineData("The plan is insane – Council Watch (@watch) 9:41 AM - 3 May 2019", true)]
    [InlineData("Jane Roe (@janeroe) wrote on February 11, 2015 that the plan was mad.", false)]
    [InlineData("She is on the council (@janeroe) and has been since 2015.", false)]
    [InlineData("Send your news to our desk (@desk)", false)]
    [InlineData(
        "The plan is insane – so says the council, which met on Monday and again to talk with Jane Roe (@janeroe)",
        false
    )]
    public void Signed_posts_are_quotations(string line, bool isPost)
    {
        foreach (var path in new[] { "a.txt", "a.md" })
        {
            using var analysis = TestRules.Analyse(Before + line + "\n", path);
            Assert.Equal(isPost, analysis.Document.Blocks[^1].Kind == BlockKind.BlockQuote);
        }
    }
}
