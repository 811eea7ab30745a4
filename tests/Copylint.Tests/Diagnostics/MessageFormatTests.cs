using Copylint.Diagnostics;

namespace Copylint.Tests.Diagnostics;

public sealed class MessageFormatTests
{
    [Theory]
    [InlineData("'{0}' is it", "'found' is it")]
    [InlineData("{a} and {b}", "one and ")]
    [InlineData("{a}[, or {b}]", "one")]
    [InlineData("{a}[, or {a}].", "one, or one.")]
    public void Placeholders_are_filled(string format, string expected) =>
        Assert.Equal(expected, new MessageFormat(format).Format("found", [("a", "one"), ("b", null)]));

    [Fact]
    public void Long_and_broken_text_is_folded() =>
        Assert.Equal(
            $"a b {new string('x', 75)}…",
            new MessageFormat("{0}").Format("a\n\n b " + new string('x', 100), [])
        );

    [Theory]
    [InlineData("{")]
    [InlineData("}")]
    [InlineData("{}")]
    [InlineData("{A}")]
    [InlineData("[a")]
    [InlineData("[a[b]]")]
    public void A_broken_format_is_refused(string format) =>
        Assert.Throws<FormatException>(() => new MessageFormat(format));
}
