using Copylint.Documents;
using Copylint.Documents.Top;
using Copylint.Tests.Support;

namespace Copylint.Tests.Documents;

/// <summary>What tells the genre of a piece: every phrase in its place, and what only looks like one.</summary>
public sealed class GenreTests
{
    private const string Body =
        "The council said on Tuesday that the bridge will not be built before next year, and the mayor hopes for help.";

    public static TheoryData<string, string> Phrases()
    {
        var data = new TheoryData<string, string>();
        foreach (var (place, row) in GenreWords.All)
            data.Add(place, row.Phrase);
        return data;
    }

    [Theory]
    [MemberData(nameof(Phrases))]
    public void Each_phrase_tells_its_genre_in_its_place(string place, string phrase)
    {
        var row = GenreWords.All.Single(r => r.Place == place && r.Row.Phrase == phrase).Row;
        var (text, path) = place switch
        {
            "type" => (
                $"<html><head><script type=\"application/ld+json\">{{\"@type\":[\"NewsArticle\",\"{row.Example}\"]}}</script></head><body><article><p>{Body}</p></article></body></html>",
                "a.html"
            ),
            "section" => ($"---\nsection: \"{row.Example}\"\n---\n\n{Body}", "a.md"),
            "path" => (
                $"---\ntitle: Bridge waits\nurl: https://post.example/{row.Example}/2021/bridge\n---\n\n{Body}",
                "a.md"
            ),
            "title" => ($"{row.Example}\n\n{Body}", "a.txt"),
            "byline" => ($"---\ntitle: Bridge waits\nauthor: \"{row.Example}\"\n---\n\n{Body}", "a.md"),
            "line" => ($"{row.Example}\n\n# Bridge waits\n\n{Body}", "a.md"),
            "start" => ($"# Bridge waits\n\n{row.Example}\n\n{Body}", "a.md"),
            _ => ($"# Bridge waits\n\n{Body}\n\n{Body}\n\n{row.Example}", "a.md"),
        };
        Assert.Equal(row.Genre, Of(text, path)?.Genre);
    }

    [Theory]
    [InlineData("content/opinion/bridge.md", Genre.Opinion)]
    [InlineData("site/sport/2021/may/final.md", Genre.Sport)]
    [InlineData("content/news/opinion.md", null)]
    [InlineData("content/transport/bridge.md", null)]
    public void The_folder_of_a_file_tells(string path, Genre? genre) =>
        Assert.Equal(genre, Of("# Bridge waits\n\n" + Body, path)?.Genre);

    [Theory]
    [InlineData("# [Review] The River\n\n", Genre.Review)]
    [InlineData("# The River (Review)\n\n", Genre.Review)]
    [InlineData("# The River – review\n\n", Genre.Review)]
    [InlineData("# Build it now | Opinion\n\n", Genre.Opinion)]
    [InlineData("# Sheriff orders review: three jailers named\n\n", null)]
    [InlineData("# Under review - what the council does next\n\n", null)]
    [InlineData("# Public opinion: what it is\n\n", null)]
    [InlineData("# Letter bomb: two held\n\n", null)]
    [InlineData("# Opinion polls: what they say\n\n", null)]
    [InlineData("---\nsection: Transport\n---\n\n", null)]
    [InlineData("---\nsection: Previews\n---\n\n", null)]
    [InlineData("---\nsection: News\nlayout: post\ntype: page\n---\n\n", null)]
    [InlineData("---\nlayout: opinion\n---\n\n", Genre.Opinion)]
    [InlineData("Opinion was divided\n\n", null)]
    [InlineData("Smoking is a contributor to disease.\n\n", null)]
    [InlineData("Air pollution is a contributor to disease, the doctors said.\n\n", null)]
    [InlineData("", null)]
    public void Titles_sections_and_lines_that_only_look_so_tell_nothing(string top, Genre? genre) =>
        Assert.Equal(genre, Of(top + Body, "a.md")?.Genre);

    [Fact]
    public void Opinion_takes_a_step_down_and_releases_do_not()
    {
        Assert.True(TestRules.Analyse("---\nsection: Opinion\n---\n\n" + Body, "a.md").Document.IsOpinionated);
        Assert.False(TestRules.Analyse("---\nsection: Press Releases\n---\n\n" + Body, "a.md").Document.IsOpinionated);
        Assert.False(TestRules.Analyse(Body, "a.md").Document.IsOpinionated);
    }

    private static GenreSign? Of(string text, string path)
    {
        using var analysis = TestRules.Analyse(text, path);
        return analysis.Document.Genre;
    }
}
