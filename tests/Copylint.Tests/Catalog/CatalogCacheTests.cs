using Copylint.Catalog;
using Copylint.Configuration;
using Copylint.Documents.Formats;
using Copylint.Linting;
using Copylint.Rules;
using Copylint.Text;

namespace Copylint.Tests.Catalog;

/// <summary>Compiled catalogs are found again, and never instead of what the packs say now.</summary>
public sealed class CatalogCacheTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("copylint-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_second_start_finds_the_same_from_the_compiled_catalog()
    {
        WritePack("gloomy");
        var first = Find("A gloomy day. It was a despicable plan.");
        var file = Assert.Single(Directory.GetFiles(Cache));
        var written = File.GetLastWriteTimeUtc(file);
        Assert.Equal(first, Find("A gloomy day. It was a despicable plan."));
        Assert.Equal(written, File.GetLastWriteTimeUtc(file));
        Assert.Equal(["CL3001 despicable", "HS0001 gloomy"], first);
    }

    [Fact]
    public void A_changed_pack_is_compiled_anew()
    {
        WritePack("gloomy");
        Find("A gloomy day.");
        WritePack("sunny");
        Assert.Equal(["HS0001 sunny"], Find("A gloomy day, a sunny day."));
    }

    [Fact]
    public void A_damaged_file_is_compiled_anew()
    {
        WritePack("gloomy");
        Find("A gloomy day.");
        var file = Directory.GetFiles(Cache)[0];
        var bytes = File.ReadAllBytes(file);
        bytes[bytes.Length / 2] ^= 0xFF;
        File.WriteAllBytes(file, bytes);
        Assert.Equal(["HS0001 gloomy"], Find("A gloomy day."));
    }

    [Fact]
    public void A_cache_that_cannot_be_written_costs_nothing_else()
    {
        WritePack("gloomy");
        File.WriteAllText(Cache, "a file where the folder should be");
        Assert.Equal(["HS0001 gloomy"], Find("A gloomy day."));
    }

    private string Cache => Path.Combine(_folder, "cache");

    private void WritePack(string word)
    {
        var pack = Directory.CreateDirectory(Path.Combine(_folder, "pack")).FullName;
        File.WriteAllText(
            Path.Combine(pack, "words.yml"),
            $"lexicon: house-words\nabout: x\nsource: x\nlicence: MIT\nentries:\n  - adjectives: [{word}]\n"
        );
        File.WriteAllText(
            Path.Combine(pack, "card.yml"),
            $"id: HS0001\nname: house-word\nseverity: suggestion\nsummary: A word.\nmessage: \"It.\"\nwhy: x\nsource: x\nmatch:\n  words: house-words\nexamples:\n  - bad: \"A ⟦{word}⟧ day.\"\n"
        );
    }

    private IReadOnlyList<string> Find(string text)
    {
        var catalog = BuiltInRules.Load([Path.Combine(_folder, "pack")], [], [], Cache, PackTrust.None);
        var document = DocumentParser.Parse("a.txt", SourceText.FromText(text));
        return
        [
            .. new Linter(catalog, new LintSettings())
                .Lint(document)
                .Where(d => d.Rule.Id is "HS0001" or "CL3001")
                .Select(d => $"{d.Rule.Id} {d.Span.In(text)}")
                .Order(StringComparer.Ordinal),
        ];
    }
}
