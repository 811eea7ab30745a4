using Copylint.Tests.Support;

namespace Copylint.Tests.Cli;

public sealed class ConfigurationTests
{
    private const string Copy = "It was a despicable plan of the tyrant.";

    [Fact]
    public void Rules_are_set_by_id_name_and_family()
    {
        using var folder = new TemporaryFolder();
        folder.Write(".copylint.yml", "rules:\n  language: off\n  epithet: warning\n  CL2: off\n");
        folder.Write("articles/a.txt", Copy);
        Assert.Equal("1 warning in 1 of 1 file.", CommandLine.Run(folder.Path, "check").Output.TrimEnd('\n').Split('\n')[^1]);
    }

    [Theory]
    [InlineData("language: {mild: suggestion}", "2 suggestions in 1 of 1 file.")]
    [InlineData("sensational-noun: {mild: error}", "1 error, 1 suggestion in 1 of 1 file.")]
    [InlineData("language: {moderate: off}", "No findings in 1 file.")]
    public void A_desk_sets_what_each_strength_weighs(string rules, string expected)
    {
        using var folder = new TemporaryFolder();
        folder.Write(".copylint.yml", $"rules:\n  {rules}\n");
        folder.Write("a.txt", "It was a massive calamity for everybody in the town.\n");
        Assert.Equal(expected, CommandLine.Run(folder.Path, "check").Output.TrimEnd('\n').Split('\n')[^1]);
    }

    [Fact]
    public void Files_and_the_limit_are_set()
    {
        using var folder = new TemporaryFolder();
        folder.Write(".copylint.yml", "files:\n  include: ['*.copy']\n  exclude: [drafts]\nfail-on: error\nrules: {epithet: warning}\n");
        folder.Write("a.copy", Copy);
        folder.Write("drafts/b.txt", Copy);
        var run = CommandLine.Run(folder.Path, "check");
        Assert.Equal(0, run.Exit);
        Assert.Contains("in 1 of 1 file.", run.Output);
    }

    [Fact]
    public void Events_of_the_house_date_its_copy()
    {
        using var folder = new TemporaryFolder();
        folder.Write(".copylint.yml", "events:\n  - {id: flood, name: the flood of the Aire, start: 2019-11-07, names: [Aire flood], source: House archive}\n");
        folder.Write("a.txt", "Wednesday, February 1, 2023\n\nRoads are closed on the 12th day of the Aire flood, the council says.\n");
        var run = CommandLine.Run(folder.Path, "check", "--rule", "CL1001");
        Assert.Contains("the copy dates itself to 18 November 2019", run.Output);
        folder.Write(".copylint.yml", "events:\n  - {id: flood, name: the flood, start: 2019-11-31, names: [Aire flood], source: x}\n");
        Assert.Contains(".copylint.yml:2:41: 'start' must be a day of the calendar", CommandLine.Run(folder.Path, "check").Error);
    }

    [Fact]
    public void A_pack_adds_rules_and_words()
    {
        using var folder = new TemporaryFolder();
        folder.Write(".copylint.yml", "packs: [house]\n");
        folder.Write("house/style/kiev.yml", "id: HS0001\nname: kyiv-not-kiev\nseverity: error\nsummary: Old name.\nmessage: \"write Kyiv\"\nwhy: It is.\nsource: House style\nmatch: {words: [Kiev], names: true}\nexamples: [{bad: In ⟦Kiev⟧.}, {good: In Kyiv.}]\n");
        folder.Write("house/lexicons/more.yml", "lexicon: epithets\nabout: more\nsource: us\nlicence: MIT\nentries: [{nouns: [gaslighter], strength: strong}]\n");
        folder.Write("a.txt", "In Kiev the gaslighter has left.");
        var run = CommandLine.Run(folder.Path, "check", "--format", "json");
        Assert.Contains("\"HS0001\"", run.Output);
        Assert.Contains("\"the gaslighter\"", run.Output);
        Assert.Contains("HS0001  kyiv-not-kiev", CommandLine.Run(folder.Path, "rules").Output);
    }

    [Theory]
    [InlineData("rulez: {}", ".copylint.yml:1:1: unknown key 'rulez' in the configuration; expected packs, files, fail-on, language, max-file-size, cache, events, rules; did you mean 'rules'?")]
    [InlineData("rules:\n  epithets: off", ".copylint.yml:2:3: no rule, family or id begins with 'epithets'; did you mean 'epithet'?")]
    [InlineData("rules:\n  epithet: loud", ".copylint.yml:2:12: 'epithet' cannot be 'loud'; expected error, warning, suggestion, off")]
    [InlineData("rules:\n  epithet: {sverity: off}", ".copylint.yml:2:3: rule CL3002 has no option 'sverity'")]
    [InlineData("rules:\n  language: {mld: off}", ".copylint.yml:2:3: no rule of 'language' has an option 'mld'; did you mean 'mild'?")]
    [InlineData("rules:\n  language: {mild: lowd}", ".copylint.yml:2:3: 'mild' is error, warning, suggestion or off, not 'lowd'")]
    [InlineData("packs: [none]", ".copylint.yml:1:9: no such folder: 'none'")]
    [InlineData("a: [", "not YAML")]
    [InlineData("- a", ".copylint.yml:1:1: expected one mapping of keys to values")]
    public void A_mistake_is_told_with_its_place(string text, string expected)
    {
        using var folder = new TemporaryFolder();
        folder.Write(".copylint.yml", text);
        folder.Write("a.txt", Copy);
        var run = CommandLine.Run(folder.Path, "check");
        Assert.Equal(2, run.Exit);
        Assert.Contains(expected, run.Error);
    }
}
