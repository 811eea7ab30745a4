using System.Text;
using Copylint.Analysis;
using Copylint.Configuration;
using Copylint.Documents.Formats;
using Copylint.Linting;
using Copylint.Linting.Fixes;
using Copylint.Tests.Support;
using Copylint.Text;

namespace Copylint.Tests.Text;

public sealed class Windows1252Tests
{
    private const string Sample = "The council’s “report” cost £100 in cafés – the mayor said… “Too much,” he said.";

    [Fact]
    public void Text_that_reads_well_is_read_as_such()
    {
        var source = SourceText.FromBytes(Windows1252.Encode(Sample)!);
        Assert.Equal(Sample, source.Text);
        Assert.Equal(SourceEncoding.Windows1252, source.Encoding);
        Assert.True(source.EncodingIsGuessed);
        Assert.Empty(source.InvalidSequences);
        using var one = new DocumentAnalysis(DocumentParser.Parse("a.txt", source), TestRules.Catalog.Resources);
        using var two = TestRules.Analyse(Sample, "a.txt");
        Assert.Equal(two.Quotations.All.Select(q => q.Span), one.Quotations.All.Select(q => q.Span));
    }

    [Theory]
    [InlineData(new byte[] { 0xC0, 0xC1, 0xF5, 0xFF, 0xFE, 0xF8 })]
    [InlineData(new byte[] { (byte)'a', 0x81, (byte)'b' })]
    [InlineData(new byte[] { (byte)'a', 0x01, 0x93, (byte)'b' })]
    [InlineData(new byte[] { 0xCF, 0xF0, 0xE8, 0xE2, 0xE5, 0xF2, (byte)' ', 0xEC, 0xE8, 0xF0, 0xF3 })]
    public void What_does_not_is_not(byte[] bytes) =>
        Assert.Equal(SourceEncoding.Utf8, SourceText.FromBytes(bytes).Encoding);

    [Theory]
    [InlineData("<meta charset=\"windows-1252\">", true)]
    [InlineData("<meta charset=iso-8859-1>", true)]
    [InlineData("<meta http-equiv=Content-Type content=\"text/html; charset=ISO-8859-1\">", true)]
    [InlineData("<?xml version=\"1.0\" encoding=\"iso-8859-1\"?>", true)]
    [InlineData("<meta charset=\"utf-8\">", false)]
    public void A_declaration_is_believed(string head, bool isDeclared)
    {
        var source = SourceText.FromBytes(Windows1252.Encode(head + "<p>" + Sample)!);
        Assert.Equal(SourceEncoding.Windows1252, source.Encoding);
        Assert.Equal(!isDeclared, source.EncodingIsGuessed);
    }

    [Fact]
    public void It_is_told_once_and_fixes_are_written_back_in_it()
    {
        var bytes = Windows1252.Encode("The “bridge” of the the town’s café reopened.")!;
        var files = new FileLinter(new Linter(TestRules.Catalog, new LintSettings()), withFingerprints: false);
        Assert.Single(files.Lint("a.txt", bytes).Diagnostics, d => d.Rule.Id == "CL0006");
        var result = FixApplier.Fix(files, "a.txt", bytes, includeUnsafe: true);
        Assert.Equal(Windows1252.Encode("The “bridge” of the town’s café reopened.")!, result.Bytes);
    }

    [Fact]
    public void Every_byte_that_has_a_character_comes_back()
    {
        var bytes = Enumerable.Range(0, 256).Select(b => (byte)b).ToArray();
        Assert.Equal(bytes, Windows1252.Encode(Windows1252.Decode(bytes)));
        Assert.Null(Windows1252.Encode("Δ"));
        Assert.Equal("€", Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(Windows1252.Decode([0x80]))));
    }

    [Theory]
    [InlineData("The town’s cafe reopened.", true)]
    [InlineData("The town’s café reopened.", true)]
    [InlineData("The towns café reopened.", false)]
    public void Only_signs_that_set_it_apart_tell_the_encoding(string text, bool isTold)
    {
        var source = SourceText.FromBytes(Windows1252.Encode(text)!);
        Assert.Equal(isTold, source.Encoding == SourceEncoding.Windows1252);
        Assert.Equal(isTold, source.InvalidSequences.Count == 0);
    }
}
