using System.Text;
using Copylint.Documents;
using Copylint.Tests.Support;
using CsCheck;

namespace Copylint.Tests.Documents;

/// <summary>Documents that are made up of front matter, wrapped paragraphs, hidden characters and pages: what is read of
/// them is what was put in, each word leads back to its place, and no mutation of them breaks a reader.</summary>
public sealed class GeneratedDocumentTests
{
    private static readonly string[] Words = ["council", "bridge", "river", "vote", "mayor", "town", "road", "said"];

    private static readonly Gen<string> Word = Gen.Int[0, Words.Length - 1].Select(i => Words[i]);

    // A sentence of five to thirty words.
    private static readonly Gen<string> Sentence = Word.Array[5, 30]
        .Select(words => char.ToUpperInvariant(words[0][0]) + string.Join(' ', words)[1..] + ".");

    // Longer than a line, so that each breaks inside.
    private static readonly Gen<string> LongSentence = Word.Array[18, 40]
        .Select(words => char.ToUpperInvariant(words[0][0]) + string.Join(' ', words)[1..] + ".");

    private static readonly Gen<Story> Stories = Gen.Select(
        Sentence,
        Sentence,
        Gen.Int[13, 28],
        LongSentence.Array[2, 5],
        (title, summary, day, body) => new Story(title.TrimEnd('.'), summary, new DateOnly(2021, 5, day), body)
    );

    private sealed record Story(string Title, string Summary, DateOnly Day, string[] Body);

    private static readonly (string Path, Func<Story, string> Write)[] FrontMatters =
    [
        ("a.md", s => $"---\ntitle: {s.Title}\ndescription: {s.Summary}\ndate: {s.Day:yyyy-MM-dd}\n---\n"),
        ("a.md", s => $"---\r\ntitle: \"{s.Title}\"\r\ndate: {s.Day:MM/dd/yyyy}\r\nsummary: '{s.Summary}'\r\n...\r\n"),
        ("a.html", s => $"---\ntitle: {s.Title}\nsubtitle: {s.Summary}\npublishDate: {s.Day:yyyyMMdd}\n---\n"),
        ("a.md", s =>
            $"+++\ntitle = \"{s.Title}\"\ndescription = '{s.Summary}'\ndate = {s.Day:yyyy-MM-dd}T10:00:00Z\n+++\n"
        ),
        ("a.qmd", s =>
            $"{{\n\"title\": \"{s.Title}\",\n\"summary\": \"{s.Summary}\",\n\"date\": \"{s.Day:yyyy-MM-dd}\"\n}}\n"
        ),
        ("a.md", s =>
            $";;;\n{{\"title\": \"{s.Title}\", \"summary\": \"{s.Summary}\", \"date\": \"{s.Day:yyyy/MM/dd}\"}}\n;;;\n"
        ),
        ("a.md", s =>
            $"---json\n{{\"title\": \"{s.Title}\", \"summary\": \"{s.Summary}\", \"date\": \"{s.Day:yyyy-MM-dd}\"}}\n---\n"
        ),
    ];

    [Fact]
    public void Front_matter_is_read_as_it_was_written() =>
        Gen.Select(Stories, Gen.Int[0, FrontMatters.Length - 1])
            .Sample(
                (story, form) =>
                {
                    var (path, write) = FrontMatters[form];
                    var text = write(story) + "\n" + Paragraphs(path, story.Body);
                    using var analysis = TestRules.Analyse(text, path);
                    var document = analysis.Document;
                    Assert.Equal(story.Title, TextOf(document, BlockKind.Headline));
                    Assert.Equal(story.Summary, TextOf(document, BlockKind.Standfirst));
                    Assert.Equal(story.Day, document.Metadata.BestPublished?.Date);
                    Assert.Equal(string.Join('|', story.Body), TextOf(document, BlockKind.Paragraph));
                    RoundTrip.Check(analysis);
                },
                iter: 700
            );

    [Fact]
    public void Wrapped_paragraphs_are_put_together_again() =>
        Gen.Select(LongSentence.Array[2, 4].Array[1, 4], Gen.Int[40, 60])
            .Sample(
                (paragraphs, width) =>
                {
                    var text = string.Join("\n\n", paragraphs.Select(p => Wrap(string.Join(' ', p), width)));
                    using var analysis = TestRules.Analyse(text, "a.txt");
                    Assert.Equal(paragraphs.Length, analysis.Document.Blocks.Count);
                    RoundTrip.Check(analysis);
                },
                iter: 700
            );

    [Fact]
    public void Hidden_characters_inside_words_are_no_part_of_them() =>
        Gen.Select(Sentence, Gen.Int[1, 40], Gen.Int[0, 2])
            .Sample(
                (sentence, at, which) =>
                {
                    at = Math.Min(at, sentence.Length - 2);
                    if (!char.IsLetter(sentence[at - 1]) || !char.IsLetter(sentence[at]))
                        return;
                    var text = sentence.Insert(at, new[] { "\u00AD", "\u200B", "\u2060" }[which]);
                    using var plain = TestRules.Analyse(sentence, "a.txt");
                    foreach (var path in new[] { "a.txt", "a.md", "a.html" })
                    {
                        using var analysis = TestRules.Analyse(text, path);
                        Assert.Equal(plain.Tokens.Length, analysis.Tokens.Length);
                    }
                },
                iter: 700
            );

    [Fact]
    public void Of_a_page_its_article_is_read() =>
        Gen.Select(Stories, Gen.Int[0, 3], Sentence.Array[1, 3])
            .Sample(
                (story, form, other) =>
                {
                    var body = Paragraphs("a.html", story.Body);
                    var rest = Paragraphs("a.html", other);
                    var page = form switch
                    {
                        0 => $"<nav>{rest}</nav><article><h1>{story.Title}</h1>{body}</article><footer>{rest}</footer>",
                        1 => $"<h1>{story.Title}</h1><div itemprop=articleBody>{body}</div><aside>{rest}</aside>",
                        2 => $"<main><h1>{story.Title}</h1>{body}<section id=comments>{rest}</section></main>",
                        _ =>
                            $"<main><h1>{story.Title}</h1><p class=dek>{story.Summary}</p>{body}</main><div class=related>{rest}</div>",
                    };
                    using var analysis = TestRules.Analyse($"<html><body>{page}</body></html>", "a.html");
                    var kept = TextOf(analysis.Document, BlockKind.Paragraph);
                    // A body of short lines, under less than as much around it, may be read whole: nothing is lost.
                    foreach (var sentence in story.Body)
                        Assert.Contains(sentence, kept, StringComparison.Ordinal);
                    RoundTrip.Check(analysis);
                },
                iter: 700
            );

    [Fact]
    public void No_mutation_breaks_a_reader() =>
        Gen.Select(Stories, Gen.Int[0, FrontMatters.Length - 1], Gen.Int[0, 300], Gen.Int[0, 30], Gen.Int[0, 9])
            .Sample(
                (story, form, at, length, put) =>
                {
                    var (path, write) = FrontMatters[form];
                    var text = write(story) + "\n" + Wrap(string.Join(' ', story.Body), 60) + "\n\n— Jane Roe\n";
                    var from = Math.Min(at, text.Length);
                    var odd = new[] { "", "\"", "---", "+++", "{", "}", "\u200B", "\n\n", "<", "\t\t" }[put];
                    var mutated = text[..from] + odd + text[Math.Min(text.Length, from + length)..];
                    foreach (var name in new[] { path, "a.txt", "a.html", "a.mdx" })
                    {
                        using var analysis = TestRules.Analyse(mutated, name);
                        _ = analysis.Document.Genre;
                        _ = analysis.Languages.IsTold;
                        foreach (var block in analysis.Document.Blocks)
                            Assert.InRange(analysis.Document.ToSource(block.Span).End, 0, mutated.Length);
                    }
                },
                iter: 700
            );

    private static string Paragraphs(string path, string[] body) =>
        path.EndsWith("html", StringComparison.Ordinal)
            ? string.Concat(body.Select(b => $"<p>{b}</p>"))
            : string.Join("\n\n", body) + "\n";

    private static string TextOf(Document document, BlockKind kind) =>
        string.Join('|', document.Blocks.Where(b => b.Kind == kind).Select(b => b.Span.In(document.Text).ToString()));

    private static string Wrap(string text, int width)
    {
        var wrapped = new StringBuilder();
        var column = 0;
        foreach (var word in text.Split(' '))
        {
            if (column > 0 && column + 1 + word.Length > width)
                (column, _) = (0, wrapped.Append('\n'));
            else if (column > 0)
                (column, _) = (column + 1, wrapped.Append(' '));
            wrapped.Append(word);
            column += word.Length;
        }

        return wrapped.ToString();
    }
}
