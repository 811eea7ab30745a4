using System.Text;
using Copylint.Tests.Support;
using CsCheck;

namespace Copylint.Tests.Documents;

/// <summary>Every token of every format leads back to its own characters in the file.</summary>
public sealed class RoundTripTests
{
    private static readonly string Sample = File.ReadAllText(TestRules.TestFile("Samples/kyiv.txt"));

    private static readonly Gen<string> Words = Gen.Int[0, 15]
        .Select(i =>
            new[]
            {
                "the",
                "minister",
                "“said”",
                "it’s",
                "U.S.",
                "a–b",
                "far-right",
                "1,237",
                "naïve",
                "😀",
                "&",
                "<",
                "*",
                "_x_",
                "tyrant",
                "said.",
            }[i]
        );

    private static readonly Gen<string> Paragraph = Words.Array[1, 20].Select(w => string.Join(' ', w));

    [Fact]
    public void In_generated_Markdown()
    {
        string[] wraps =
        [
            "{0}",
            "# {0}",
            "- {0}",
            "> {0}",
            "*{0}*",
            "**{0}**",
            "[{0}](https://example.org/)",
            "1. {0}",
            "{0}\n{0}",
            "`{0}`",
            "<b>{0}</b>",
            "| {0} | {0} |\n|---|---|\n| {0} | x |",
            "![{0}](x.png)",
            "\\*{0}\\*",
            "&quot;{0}&quot;",
            "    {0}",
            "> - {0}\n>   {0}",
        ];
        Gen.Select(Paragraph, Gen.Int[0, wraps.Length - 1], (text, wrap) =>
                string.Format(wraps[wrap].Replace("{0}", "{0}"), text)
            )
            .Array[1, 8]
            .Sample(blocks => Check(string.Join("\n\n", blocks), "a.md"), iter: 2000);
    }

    [Fact]
    public void In_generated_HTML()
    {
        string[] wraps =
        [
            "<p>{0}</p>",
            "<h1>{0}</h1>",
            "<li>{0}",
            "<blockquote>{0}</blockquote>",
            "<p><b>{0}</b>",
            "<a href=\"x\">{0}</a>",
            "<td>{0}",
            "{0}<br>{0}",
            "<img alt=\"{0}\">",
            "<p>&ldquo;{0}&rdquo;",
            "<div>{0}<!-- {0} --></div>",
        ];
        Gen.Select(Paragraph, Gen.Int[0, wraps.Length - 1], (text, wrap) => string.Format(wraps[wrap], Encode(text)))
            .Array[1, 8]
            .Sample(blocks => Check(string.Join("\n", blocks), "a.html"), iter: 2000);
    }

    [Fact]
    public void In_plain_text() =>
        Paragraph.Array[1, 8].Sample(blocks => Check(string.Join("\r\n\r\n", blocks), "a.txt"), iter: 500);

    [Fact]
    public void In_the_sample_as_Markdown_and_HTML()
    {
        Check(Sample, "a.txt");
        Check(ToMarkdown(Sample), "a.md");
        Check(ToHtml(Sample), "a.html");
    }

    /// <summary>The articles of the folder that COPYLINT_CORPUS names, turned into every format; nothing where it names
    /// none.</summary>
    [Fact]
    public void In_a_corpus_as_Markdown_and_HTML()
    {
        if (Environment.GetEnvironmentVariable("COPYLINT_CORPUS") is not { } corpus)
            return;
        foreach (var file in Directory.GetFiles(corpus, "*.txt", SearchOption.AllDirectories))
        {
            var text = File.ReadAllText(file);
            Check(text, "a.txt");
            Check(ToMarkdown(text), "a.md");
            Check(ToHtml(text), "a.html");
        }
    }

    private static void Check(string text, string path)
    {
        using var analysis = TestRules.Analyse(text, path);
        RoundTrip.Check(analysis);
    }

    private static string Encode(string text) =>
        text.Replace("&", "&amp;").Replace("<", "&lt;").Replace("\"", "&quot;").Replace("’", "&rsquo;");

    private static string ToMarkdown(string text)
    {
        var result = new StringBuilder("---\ntitle: A title\ndate: 2022-03-25\n---\n\n");
        var paragraphs = text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < paragraphs.Length; i++)
        {
            var words = paragraphs[i]
                .Replace("\\", "\\\\")
                .Replace("*", "\\*")
                .Replace("_", "\\_")
                .Replace("<", "&lt;")
                .Replace("[", "\\[")
                .Replace("`", "\\`")
                .Split(' ');
            for (var w = 0; w < words.Length; w++)
            {
                if (words[w].Length > 2 && words[w].All(char.IsLetter))
                    words[w] =
                        (i + w) % 11 == 0 ? $"**{words[w]}**"
                        : (i + w) % 7 == 0 ? $"[{words[w]}](https://example.org/)"
                        : words[w];
            }

            result
                .Append(
                    (i % 9) switch
                    {
                        3 => "> ",
                        5 => "- ",
                        _ => "",
                    }
                )
                .AppendJoin(i % 3 == 0 ? "\n" : " ", words)
                .Append("\n\n");
        }

        return result.ToString();
    }

    private static string ToHtml(string text)
    {
        var result = new StringBuilder(
            "<!DOCTYPE html><html><head><title>A title</title><style>p{}</style></head><body><nav>Menu</nav><article>"
        );
        foreach (var paragraph in text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries))
        {
            var words = Encode(paragraph).Split(' ');
            for (var w = 0; w < words.Length; w++)
            {
                if (words[w].Length > 2 && words[w].All(char.IsLetter))
                    words[w] =
                        w % 11 == 0 ? $"<b>{words[w]}</b>"
                        : w % 7 == 0 ? $"<a href='x'>{words[w]}</a>"
                        : words[w];
            }

            result.Append("<p>").AppendJoin(' ', words).Append("</p>\n");
        }

        return result.ToString();
    }
}
