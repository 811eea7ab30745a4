using System.Text;
using Copylint.Text;
using CsCheck;

namespace Copylint.Tests.Text;

public sealed class SourceTextTests
{
    [Theory]
    [InlineData("", 1)]
    [InlineData("a", 1)]
    [InlineData("a\n", 2)]
    [InlineData("a\r\nb\rc\nd", 4)]
    [InlineData("\r\r\n\n", 4)]
    public void Lines_end_at_each_kind_of_break(string text, int lines) =>
        Assert.Equal(lines, SourceText.FromText(text).Lines.Count);

    [Fact]
    public void Positions_count_from_one_in_utf16_units()
    {
        var source = SourceText.FromText("a😀b\r\ncd");
        Assert.Equal(new LinePosition(1, 1), source.GetPosition(0));
        Assert.Equal(new LinePosition(1, 4), source.GetPosition(3));
        Assert.Equal(new LinePosition(2, 1), source.GetPosition(6));
        Assert.Equal(new LinePosition(2, 3), source.GetPosition(8));
        Assert.Equal("cd", source.GetLine(2).In(source.Text).ToString());
        Assert.Throws<ArgumentOutOfRangeException>(() => source.GetPosition(9));
    }

    [Fact]
    public void A_byte_order_mark_is_no_text()
    {
        var source = SourceText.FromBytes([0xEF, 0xBB, 0xBF, .. "héllo"u8]);
        Assert.Equal("héllo", source.Text);
        Assert.True(source.HasByteOrderMark);
        Assert.Equal(9, source.ByteLength);
        Assert.Empty(source.InvalidSequences);
    }

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, true)]
    [InlineData(false, false)]
    [InlineData(true, false)]
    public void Utf16_is_read_with_and_without_its_mark(bool bigEndian, bool withMark)
    {
        const string text = "The minister said “no” on Friday.";
        var encoding = new UnicodeEncoding(bigEndian, withMark);
        var source = SourceText.FromBytes([.. encoding.GetPreamble(), .. encoding.GetBytes(text)]);
        Assert.Equal(text, source.Text);
        Assert.Equal(bigEndian ? SourceEncoding.Utf16BigEndian : SourceEncoding.Utf16LittleEndian, source.Encoding);
        Assert.Equal(withMark, source.HasByteOrderMark);
        Assert.Equal(!withMark, source.EncodingIsGuessed);
    }

    [Fact]
    public void Invalid_bytes_are_told_with_their_place()
    {
        var source = SourceText.FromBytes([.. "caf"u8, 0xE9, .. " ok "u8, 0xF0, 0x9F, (byte)'x']);
        Assert.Equal("caf\uFFFD ok \uFFFDx", source.Text);
        Assert.Equal(
            [new InvalidSequence(new TextSpan(3, 1), 3, 0xE9), new InvalidSequence(new TextSpan(8, 1), 8, 0xF0)],
            source.InvalidSequences
        );
    }

    [Fact]
    public void A_lone_surrogate_is_told_with_its_place()
    {
        var source = SourceText.FromBytes([0xFF, 0xFE, (byte)'a', 0, 0x00, 0xD8, (byte)'b', 0, 7]);
        Assert.Equal("a\uFFFDb\uFFFD", source.Text);
        Assert.Equal(4, source.InvalidSequences[0].ByteOffset);
        Assert.Equal(8, source.InvalidSequences[1].ByteOffset);
    }

    [Fact]
    public void Any_bytes_decode_and_every_offset_has_a_position() =>
        Gen
            .Byte.Array[0, 200]
            .Sample(bytes =>
            {
                var source = SourceText.FromBytes(bytes);
                for (var i = 0; i <= source.Text.Length; i++)
                {
                    var position = source.GetPosition(i);
                    Assert.Equal(i, source.Lines.GetStart(position.Line) + position.Column - 1);
                }

                Assert.All(source.InvalidSequences, s => Assert.Equal("\uFFFD", s.Span.In(source.Text).ToString()));
            });
}
