using Copylint.Language;

namespace Copylint.Tests.Language;

public sealed class InflectorTests
{
    [Theory]
    [InlineData("slam", PartOfSpeech.Verb, "slam slams slammed slamming")]
    [InlineData("signal", PartOfSpeech.Verb, "signal signals signalled signalling signaled signaling")]
    [InlineData("say", PartOfSpeech.Verb, "say says said saying")]
    [InlineData("deny", PartOfSpeech.Verb, "deny denies denied denying")]
    [InlineData("argue", PartOfSpeech.Verb, "argue argues argued arguing")]
    [InlineData("admit", PartOfSpeech.Verb, "admit admits admitted admitting")]
    [InlineData("visit", PartOfSpeech.Verb, "visit visits visited visiting")]
    [InlineData("confess", PartOfSpeech.Verb, "confess confesses confessed confessing")]
    [InlineData("point out", PartOfSpeech.Verb, "point out|points out|pointed out|pointing out")]
    [InlineData("write", PartOfSpeech.Verb, "write writes wrote written writing")]
    [InlineData("lie", PartOfSpeech.Verb, "lie lies lied lying")]
    [InlineData("hit", PartOfSpeech.Verb, "hit hits hitting")]
    [InlineData("tyrant", PartOfSpeech.Noun, "tyrant tyrants")]
    [InlineData("witch hunt", PartOfSpeech.Noun, "witch hunt|witch hunts")]
    [InlineData("bully", PartOfSpeech.Noun, "bully bullies")]
    [InlineData("thief", PartOfSpeech.Noun, "thief thieves")]
    [InlineData("henchman", PartOfSpeech.Noun, "henchman henchmen")]
    [InlineData("crutch", PartOfSpeech.Noun, "crutch crutches")]
    [InlineData("vile", PartOfSpeech.Adjective, "vile")]
    public void Forms_follow_English_spelling(string headword, PartOfSpeech part, string expected) =>
        Assert.Equal(
            expected.Split(expected.Contains('|') ? '|' : ' '),
            Inflector.Forms(headword, part).Select(f => f.Form)
        );
}
