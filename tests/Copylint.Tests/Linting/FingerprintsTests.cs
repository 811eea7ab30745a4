using Copylint.Linting;

namespace Copylint.Tests.Linting;

/// <summary>The vectors of github/codeql-action (<c>src/fingerprints.test.ts</c>).</summary>
public sealed class FingerprintsTests
{
    [Theory]
    [InlineData("", "c129715d7a2bc9a3:1")]
    [InlineData(" a\nb\n  \t\tc\n d", "271789c17abda88f:1 54703d4cd895b18:1 180aee12dab6264:1 a23a3dc5e078b07b:1")]
    [InlineData(
        " hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End",
        "8b7cf3e952e7aeb2:1 b1ae1287ec4718d9:1 bff680108adb0fcc:1 c6805c5e1288b612:1 b86d3392aea1be30:1 e6ceba753e1a442:1"
    )]
    [InlineData(
        " hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End\n",
        "e9496ae3ebfced30:1 fb7c023a8b9ccb3f:1 ce8ba1a563dcdaca:1 e20e36e16fcb0cc8:1 b3edc88f2938467e:1 c8e28b0b4002a3a0:1 c129715d7a2bc9a3:1"
    )]
    [InlineData(
        " hello; \t\rworld!!!\r\r\r  \t\tGreetings\r End\r",
        "e9496ae3ebfced30:1 fb7c023a8b9ccb3f:1 ce8ba1a563dcdaca:1 e20e36e16fcb0cc8:1 b3edc88f2938467e:1 c8e28b0b4002a3a0:1 c129715d7a2bc9a3:1"
    )]
    [InlineData(
        " hello; \t\r\nworld!!!\r\n\r\n\r\n  \t\tGreetings\r\n End\r\n",
        "e9496ae3ebfced30:1 fb7c023a8b9ccb3f:1 ce8ba1a563dcdaca:1 e20e36e16fcb0cc8:1 b3edc88f2938467e:1 c8e28b0b4002a3a0:1 c129715d7a2bc9a3:1"
    )]
    [InlineData(
        " hello; \t\nworld!!!\r\n\n\r  \t\tGreetings\r End\r\n",
        "e9496ae3ebfced30:1 fb7c023a8b9ccb3f:1 ce8ba1a563dcdaca:1 e20e36e16fcb0cc8:1 b3edc88f2938467e:1 c8e28b0b4002a3a0:1 c129715d7a2bc9a3:1"
    )]
    [InlineData(
        "x = 2\nx = 1\nprint(x)\nx = 3\nprint(x)\nx = 4\nprint(x)\n",
        "e54938cc54b302f1:1 bb609acbe9138d60:1 1131fd5871777f34:1 5c482a0f8b35ea28:1 54517377da7028d2:1 2c644846cb18d53e:1 f1b89f20de0d133:1 c129715d7a2bc9a3:1"
    )]
    public void Line_hashes_are_those_of_GitHub(string text, string expected) =>
        Assert.Equal(expected.Split(' '), Fingerprints.LineHashes(text));

    [Fact]
    public void Equal_lines_are_counted()
    {
        var hashes = Fingerprints.LineHashes(string.Concat(Enumerable.Repeat("Lorem ipsum dolor sit amet.\n", 10)));
        Assert.Equal(
            [
                "a7f2ff13bc495cf2:1",
                "a7f2ff13bc495cf2:2",
                "a7f2ff13bc495cf2:3",
                "a7f2ff13bc495cf2:4",
                "a7f2ff13bc495cf2:5",
                "a7f2ff13bc495cf2:6",
                "a7f2ff1481e87703:1",
                "a9cf91f7bbf1862b:1",
                "55ec222b86bcae53:1",
                "cc97dc7b1d7d8f7b:1",
                "c129715d7a2bc9a3:1",
            ],
            hashes
        );
    }

    [Theory]
    [InlineData("var a = 0;\nvar b = 0;\nvar c = 0;\nvar d = 0;\n", 1, "5e4d5a9cf1294ad9:1")]
    [InlineData("var foo = 0;\nvar bar = 0;\nvar baz = 0;\nvar qux = 0;\n", 2, "f7592a95a9381ac0:1")]
    public void A_line_has_its_hash(string text, int line, string expected) =>
        Assert.Equal(expected, Fingerprints.LineHashes(text)[line - 1]);

    [Fact]
    public void A_byte_order_mark_is_hashed() =>
        Assert.NotEqual(Fingerprints.LineHashes("a\nb"), Fingerprints.LineHashes("\uFEFFa\nb"));

    [Fact]
    public void A_sentence_hash_ignores_blanks_case_and_the_shape_of_marks()
    {
        var hash = Fingerprints.SentenceHash("CL3001", "The “fierce”  fight.", "fierce", 1);
        Assert.Equal(hash, Fingerprints.SentenceHash("CL3001", "the \"fierce\"\nfight.", "Fierce", 1));
        Assert.NotEqual(hash, Fingerprints.SentenceHash("CL3001", "The “fierce” fight.", "fierce", 2));
        Assert.Equal(32, hash.Length);
    }
}
