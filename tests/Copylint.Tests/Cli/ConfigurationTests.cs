using Copylint.Cli.Commands;
using Copylint.Configuration;
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
        Assert.Equal(
            "1 warning in 1 of 1 file.",
            CommandLine.Run(folder.Path, "check").Output.TrimEnd('\n').Split('\n')[^1]
        );
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
        folder.Write(
            ".copylint.yml",
            "files:\n  include: ['*.copy']\n  exclude: [drafts]\nfail-on: error\nrules: {epithet: warning}\n"
        );
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
        folder.Write(
            ".copylint.yml",
            "events:\n  - {id: flood, name: the flood of the Aire, start: 2019-11-07, names: [Aire flood], source: House archive}\n"
        );
        folder.Write(
            "a.txt",
            "Wednesday, February 1, 2023\n\nRoads are closed on the 12th day of the Aire flood, the council says.\n"
        );
        var run = CommandLine.Run(folder.Path, "check", "--rule", "CL1001");
        Assert.Contains("the copy dates itself to 18 November 2019", run.Output);
        folder.Write(
            ".copylint.yml",
            "events:\n  - {id: flood, name: the flood, start: 2019-11-31, names: [Aire flood], source: x}\n"
        );
        Assert.Contains(
            ".copylint.yml:2:41: 'start' must be a day of the calendar",
            CommandLine.Run(folder.Path, "check").Error
        );
    }

    [Fact]
    public void A_pack_adds_rules_and_words()
    {
        using var folder = new TemporaryFolder();
        folder.Write(".copylint.yml", "packs: [house]\n");
        folder.Write(
            "house/style/kiev.yml",
            "id: HS0001\nname: kyiv-not-kiev\nseverity: error\nsummary: Old name.\nmessage: \"write Kyiv\"\nwhy: It is.\nsource: House style\nmatch: {words: [Kiev], names: true}\nexamples: [{bad: In ⟦Kiev⟧.}, {good: In Kyiv.}]\n"
        );
        folder.Write(
            "house/lexicons/more.yml",
            "lexicon: epithets\nabout: more\nsource: us\nlicence: MIT\nentries: [{nouns: [gaslighter], strength: strong}]\n"
        );
        folder.Write("a.txt", "In Kiev the gaslighter has left.");
        var run = CommandLine.Run(folder.Path, "check", "--format", "json");
        Assert.Contains("\"HS0001\"", run.Output);
        Assert.Contains("\"the gaslighter\"", run.Output);
        Assert.Contains("HS0001  kyiv-not-kiev", CommandLine.Run(folder.Path, "rules").Output);
    }

    [Theory]
    [InlineData(
        "rulez: {}",
        ".copylint.yml:1:1: unknown key 'rulez' in the configuration; expected extends, packs, files, fail-on, language, html, max-file-size, max-file-seconds, max-findings, cache, events, rules, lexicons, overrides, root; did you mean 'rules'?"
    )]
    [InlineData("!a rulez: {}", "unknown key 'rulez'")]
    [InlineData("rules: {!a CL3001: loud}", "'CL3001' cannot be 'loud'")]
    [InlineData("rules: {!a CL3x1: off}", "no rule, family or id begins with 'CL3x1'")]
    [InlineData("rules: {: off}", ".copylint.yml:1:9: no rule, family or id begins with ''")]
    [InlineData(
        "overrides:\n  - files: ['*.md']\n    rules: {: off}",
        ".copylint.yml:3:13: no rule, family or id begins with ''"
    )]
    [InlineData(
        "rules:\n  epithets: off",
        ".copylint.yml:2:3: no rule, family or id begins with 'epithets'; did you mean 'epithet'?"
    )]
    [InlineData(
        "rules:\n  epithet: loud",
        ".copylint.yml:2:12: 'epithet' cannot be 'loud'; expected error, warning, suggestion, off"
    )]
    [InlineData("rules:\n  epithet: {sverity: off}", ".copylint.yml:2:13: rule CL3002 has no option 'sverity'")]
    [InlineData(
        "rules:\n  language: {mld: off}",
        ".copylint.yml:2:14: no rule of 'language' has an option 'mld'; did you mean 'mild'?"
    )]
    [InlineData(
        "rules:\n  language: {mild: lowd}",
        ".copylint.yml:2:14: 'mild' is error, warning, suggestion or off, not 'lowd'"
    )]
    [InlineData("extends: none.yml", ".copylint.yml:1:10: no such file: 'none.yml'")]
    [InlineData(
        "extends: .copylint.yml",
        ".copylint.yml:1:10: '.copylint.yml' extends this file already: .copylint.yml → .copylint.yml"
    )]
    [InlineData(
        "overrides:\n  - files: [a]\n    rules: {epithets: off}",
        ".copylint.yml:3:13: no rule, family or id begins with 'epithets'; did you mean 'epithet'?"
    )]
    [InlineData("overrides:\n  - rules: {epithet: off}", ".copylint.yml:2:5: an override needs 'files' with globs")]
    [InlineData(
        "overrides:\n  - files: [a]\n    rules: {epithet: off}\n    rulez: {}",
        ".copylint.yml:4:5: unknown key 'rulez' in an override; expected files, events, rules, lexicons, language, html; did you mean 'rules'?"
    )]
    [InlineData(
        "lexicons:\n  loaded-adjektives: {add: [x]}",
        ".copylint.yml:2:3: no lexicon has the name 'loaded-adjektives'; did you mean 'loaded-adjectives'?"
    )]
    [InlineData(
        "lexicons:\n  loaded-adjectives: {}",
        ".copylint.yml:2:22: a lexicon needs words under 'add' or 'allow'"
    )]
    [InlineData(
        "overrides:\n  - files: [a]",
        ".copylint.yml:2:5: an override needs 'language', 'html', 'events', 'lexicons' or 'rules'"
    )]
    [InlineData(
        "overrides:\n  - files: [nowhere]\n    rules: {epithet: {sverity: off}}",
        ".copylint.yml:3:23: rule CL3002 has no option 'sverity'"
    )]
    [InlineData(
        "overrides:\n  - files: [nowhere]\n    lexicons: {loaded-adjektives: {add: [x]}}",
        ".copylint.yml:3:16: no lexicon has the name 'loaded-adjektives'; did you mean 'loaded-adjectives'?"
    )]
    [InlineData("packs: [/etc]", ".copylint.yml:1:9: '/etc' is an absolute path: name it from the folder of this file")]
    [InlineData(
        "packs: [sub/../../other]",
        ".copylint.yml:1:9: 'sub/../../other' leads out of '.', the folder of the repository"
    )]
    [InlineData("extends: /etc/passwd", ".copylint.yml:1:10: '/etc/passwd' is an absolute path")]
    [InlineData(
        "extends: ../other.yml",
        ".copylint.yml:1:10: '../other.yml' leads out of '.', the folder of the repository"
    )]
    [InlineData("root: maybe", ".copylint.yml:1:7: 'root' must be true or false")]
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

    [Fact]
    public void Overrides_count_for_their_files_only()
    {
        using var folder = new TemporaryFolder();
        folder.Write(
            ".copylint.yml",
            "overrides:\n  - files: [opinion/**, '*.live.txt']\n    rules: {language: off, CL2: off}\n"
        );
        folder.Write("opinion/a.txt", Copy);
        folder.Write("news/b.live.txt", Copy);
        folder.Write("news/c.txt", Copy);
        Assert.Equal(["news/c.txt"], FilesWithFindings(folder.Path, "check"));
        Assert.Empty(FilesWithFindings(folder.Path, "check", "opinion/a.txt"));
        Assert.Empty(FilesWithFindings(Path.Combine(folder.Path, "opinion"), "check"));
    }

    [Fact]
    public void The_nearest_configuration_of_each_file_stands_over_those_above_it()
    {
        using var folder = new TemporaryFolder();
        folder.Write(".copylint.yml", "root: true\nrules: {epithet: off, CL2: off}\n");
        folder.Write("sub/.copylint.yml", "rules: {language: off}\n");
        folder.Write("own/.copylint.yml", "root: true\nrules: {CL3: off}\n");
        folder.Write("a.txt", "It was a despicable plan of the tyrant Putin.\n");
        folder.Write("sub/deep/a.txt", "It was a despicable plan of the tyrant Putin.\n");
        folder.Write("own/a.txt", "It was a despicable plan of the tyrant Putin.\n");
        var output = CommandLine.Run(folder.Path, "check").Output;
        Assert.Equal(["a.txt", "own/a.txt"], FilesWithFindings(folder.Path, "check"));
        Assert.DoesNotContain("CL3002", output);
        Assert.Contains("CL3001", output);
        Assert.Contains("CL2001", output);
        // Standard input goes by the configuration of the place that it names.
        Assert.Contains(
            "CL2001",
            CommandLine
                .RunWithInput(
                    folder.Path,
                    "It was a despicable plan of the tyrant Putin.\n",
                    "check",
                    "-",
                    "--stdin-filename",
                    "own/b.txt"
                )
                .Output
        );
        Assert.StartsWith(
            "No findings",
            CommandLine
                .RunWithInput(
                    folder.Path,
                    "It was a despicable plan of the tyrant Putin.\n",
                    "check",
                    "-",
                    "--stdin-filename",
                    "sub/b.txt"
                )
                .Output
        );
        Assert.Equal(
            ["a.txt", "own/a.txt", "sub/deep/a.txt"],
            FilesWithFindings(folder.Path, "check", "--config", "own/../.copylint.yml")
        );
    }

    [Fact]
    public void A_file_can_extend_others_and_packs()
    {
        using var folder = new TemporaryFolder();
        folder.Write("shared/base.yml", "fail-on: never\nrules: {language: off}\n");
        folder.Write("house/.copylint.yml", "rules: {CL2: off}\n");
        folder.Write(".copylint.yml", "extends: [shared/base.yml, house]\nrules: {epithet: warning}\n");
        folder.Write("a.txt", "It was a despicable plan of the tyrant Putin.\n");
        var result = CommandLine.Run(folder.Path, "check");
        Assert.Equal(0, result.Exit);
        Assert.EndsWith("1 warning in 1 of 1 file.\n", result.Output);
        folder.Write("house/.copylint.yml", "extends: ../.copylint.yml\n");
        Assert.Contains(
            "house/.copylint.yml:1:10: '../.copylint.yml' extends this file already: .copylint.yml → house/.copylint.yml → .copylint.yml",
            CommandLine.Run(folder.Path, "check").Error
        );
    }

    [Fact]
    public void Words_are_added_and_allowed()
    {
        using var folder = new TemporaryFolder();
        folder.Write(
            ".copylint.yml",
            "rules: {CL2: off}\nlexicons:\n  loaded-adjectives:\n    add: [purplish, {adjectives: [greenish], strength: strong, reason: judges}]\n    allow: [despicable me]\n"
        );
        folder.Write("a.txt", "The purplish and greenish town saw a despicable plan and despicable me.\n");
        var output = CommandLine.Run(folder.Path, "check").Output;
        Assert.Contains("1:5 suggestion CL3001", output);
        Assert.Contains("1:18 warning CL3001", output);
        Assert.Contains("1:38 warning CL3001", output);
        Assert.DoesNotContain("1:58", output);
    }

    [Fact]
    public void What_git_ignores_is_left_out_of_folders()
    {
        using var folder = new TemporaryFolder();
        using (
            var git = System.Diagnostics.Process.Start(
                new System.Diagnostics.ProcessStartInfo("git", ["init", "-q"]) { WorkingDirectory = folder.Path }
            )!
        )
            git.WaitForExit();
        folder.Write(".gitignore", "drafts/\n*.tmp.txt\n!keep.tmp.txt\n");
        foreach (var name in (string[])["drafts/a.txt", "b.tmp.txt", "keep.tmp.txt", "c.txt"])
            folder.Write(name, Copy);
        Assert.Equal(["c.txt", "keep.tmp.txt"], FilesWithFindings(folder.Path, "check"));
        Assert.Equal(["drafts/a.txt"], FilesWithFindings(folder.Path, "check", "drafts/a.txt"));
        folder.Write(".copylint.yml", "files: {gitignore: false}\n");
        Assert.Equal(["b.tmp.txt", "c.txt", "drafts/a.txt", "keep.tmp.txt"], FilesWithFindings(folder.Path, "check"));
    }

    [Fact]
    public void Hooks_leave_out_what_is_excluded_though_they_name_it()
    {
        using var folder = new TemporaryFolder();
        folder.Write(".copylint.yml", "files: {exclude: [drafts]}\n");
        folder.Write("drafts/a.txt", Copy);
        folder.Write("b.txt", Copy);
        Assert.Equal(["drafts/a.txt"], FilesWithFindings(folder.Path, "check", "drafts/a.txt"));
        Assert.Equal(["b.txt"], FilesWithFindings(folder.Path, "check", "--force-exclude", "drafts/a.txt", "b.txt"));
        folder.Write("sub/.copylint.yml", "files: {exclude: ['*.old.txt']}\n");
        folder.Write("sub/x.old.txt", Copy);
        Assert.Equal(["b.txt"], FilesWithFindings(folder.Path, "check"));
    }

    [Fact]
    public void What_counts_for_a_file_is_shown_with_its_origin()
    {
        using var folder = new TemporaryFolder();
        folder.Write(
            ".copylint.yml",
            "fail-on: error\nrules:\n  epithet: {severity: warning}\n  sensational-noun: {mild: suggestion}\noverrides:\n  - files: [opinion]\n    rules:\n      language: off\n"
        );
        folder.Write("a.txt", Copy);
        folder.Write("opinion/a.txt", Copy);
        var plain = CommandLine.Run(folder.Path, "config", "show", "a.txt").Output;
        Assert.Contains("fail-on: error  # .copylint.yml:1\n", plain);
        Assert.Contains("cache: off  # default\n", plain);
        Assert.Matches("CL3002: warning +# epithet; .copylint.yml:3\n", plain);
        Assert.Matches(
            "CL3003: {severity: warning, mild: suggestion} +# sensational-noun; severity default, mild .copylint.yml:4\n",
            plain
        );
        Assert.Matches("CL3001: suggestion +# loaded-adjective; default\n", plain);
        Assert.Matches(
            "CL3002: off +# epithet; .copylint.yml:8\n",
            CommandLine.Run(folder.Path, "config", "show", "opinion/a.txt").Output
        );
        Assert.Contains("no such file or folder: 'none'", CommandLine.Run(folder.Path, "config", "show", "none").Error);
    }

    [Fact]
    public void An_override_has_its_own_words_events_and_format()
    {
        using var folder = new TemporaryFolder();
        folder.Write(
            ".copylint.yml",
            """
            files: {include: ['*.copy']}
            rules: {CL2: off, CL5: off, CL9: off}
            overrides:
              - files: sport
                lexicons: {loaded-adjectives: {allow: [despicable tackle]}}
              - files: flood
                events: [{id: flood, name: the flood of the Aire, start: 2019-11-07, names: [Aire flood], source: House archive}]
              - files: ['*.copy']
                language: html
            """
        );
        folder.Write("sport/a.txt", "It was a despicable tackle.\n");
        folder.Write("news/a.txt", "It was a despicable tackle.\n");
        const string Flood =
            "Wednesday, February 1, 2023\n\nRoads are closed on the 12th day of the Aire flood, the council says.\n";
        folder.Write("flood/b.txt", Flood);
        folder.Write("news/b.txt", Flood);
        folder.Write("web/c.copy", "<p>The town was calm.</p>\n<!-- It was a despicable tackle. -->\n");
        Assert.Equal(["flood/b.txt", "news/a.txt"], FilesWithFindings(folder.Path, "check"));
        Assert.Equal(["web/c.copy"], FilesWithFindings(folder.Path, "check", "--language", "text", "web"));
    }

    [Fact]
    public void Globs_start_from_the_folder_of_their_configuration()
    {
        using var folder = new TemporaryFolder();
        folder.Write(".copylint.yml", "files: {include: [content/*.copy], exclude: [content/drafts]}\n");
        folder.Write("content/a.copy", Copy);
        folder.Write("content/drafts/b.txt", Copy);
        folder.Write("content/sub/.copylint.yml", "files: {include: ['*.story'], exclude: [old]}\n");
        folder.Write("content/sub/c.story", Copy);
        folder.Write("content/sub/old/d.story", Copy);
        folder.Write("content/e.story", Copy);
        Assert.Equal(["content/a.copy", "content/sub/c.story"], FilesWithFindings(folder.Path, "check"));
        Assert.Equal(["a.copy", "sub/c.story"], FilesWithFindings(Path.Combine(folder.Path, "content"), "check"));
        Assert.Equal(
            ["content/drafts/b.txt", "content/e.story"],
            FilesWithFindings(folder.Path, "check", "content/e.story", "content/drafts/b.txt")
        );
    }

    [Fact]
    public void A_rule_over_all_files_is_off_where_its_files_say_so()
    {
        using var folder = new TemporaryFolder();
        folder.Write(".copylint.yml", "overrides: [{files: '*.wire.txt', rules: {CL4011: off}}]\n");
        for (var i = 0; i < 12; i++)
            folder.Write(
                $"{i:00}.{(i < 6 ? "own" : "wire")}.txt",
                $"Rain number {i} fell on the town all day long, they said.\n\nBrought to you by the Aire Gazette\n"
            );
        Assert.Equal(
            Enumerable.Range(0, 6).Select(i => $"{i:00}.own.txt"),
            FilesWithFindings(folder.Path, "check", "--rule", "CL4011")
        );
    }

    [Fact]
    public void Packs_may_stand_beside_within_the_repository()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(Path.Combine(folder.Path, ".git"));
        folder.Write(
            "house/lexicons/more.yml",
            "lexicon: epithets\nabout: more\nsource: us\nlicence: MIT\nentries: [{nouns: [gaslighter], strength: strong}]\n"
        );
        // A link in circles inside a pack ends too.
        Directory.CreateSymbolicLink(Path.Combine(folder.Path, "house", "loop"), Path.Combine(folder.Path, "house"));
        folder.Write("content/.copylint.yml", "packs: [../house]\n");
        folder.Write("content/a.txt", "In town the gaslighter Smith has left.\n");
        Assert.Contains("gaslighter", CommandLine.Run(Path.Combine(folder.Path, "content"), "check").Output);
        folder.Write("content/.copylint.yml", "packs: [../../house]\n");
        Assert.Contains(
            "'../../house' leads out of '..', the folder of the repository",
            CommandLine.Run(Path.Combine(folder.Path, "content"), "check").Error
        );
    }

    [Fact]
    public void What_is_shown_can_be_read_as_a_configuration()
    {
        using var folder = new TemporaryFolder();
        folder.Write(
            "house/lexicons/more.yml",
            "lexicon: epithets\nabout: more\nsource: us\nlicence: MIT\nentries: [{nouns: [gaslighter], strength: strong}]\n"
        );
        folder.Write(
            ".copylint.yml",
            """
            fail-on: error
            cache: ci
            max-file-size: 2 MB
            packs: [house]
            files: {include: ['*.copy', b], exclude: ["it's"], gitignore: false}
            events:
              - {id: flood, name: "the flood: Aire", start: 2019-11-07, end: 2019-11-09, names: [Aire flood], source: House archive}
              - {id: vote, name: the vote, dates: [2019-11-07, 2023-11-07], names: [Aire vote], source: House archive}
            lexicons:
              loaded-adjectives:
                add: [purplish, {adjectives: [greenish], strength: strong, reason: judges, case: exact, unless: {before: [very]}, only: {name-after: true}, part-of-speech: exact}]
                allow: [despicable me, 'true']
              epithets: {add: [{nouns: [nitwit], plain: person, forms: [nitwitted]}]}
            rules: {language: off, epithet: {severity: warning}, sensational-noun: {mild: suggestion}}
            overrides:
              - files: [b]
                language: html
                lexicons: {epithets: {add: [dimwit]}}
            """
        );
        folder.Write("a.txt", Copy);
        folder.Write("b.copy", Copy);
        folder.Write("b/b.copy", Copy);
        foreach (var file in (string[])["a.txt", "b/b.copy"])
        {
            var shown = CommandLine.Run(folder.Path, "config", "show", file).Output;
            folder.Write("shown.yml", shown);
            Assert.Equal(
                WithoutComments(shown),
                WithoutComments(CommandLine.Run(folder.Path, "config", "show", file, "--config", "shown.yml").Output)
            );
        }

        var first = CommandLine.Run(folder.Path, "config", "show", "b/b.copy").Output;
        Assert.Contains("  - house  # .copylint.yml:4\n", first);
        Assert.Contains("    - 'it''s'  # .copylint.yml:5\n", first);
        Assert.Contains("names: [Aire vote], source: House archive}  # .copylint.yml:8\n", first);
        Assert.Contains("  epithets:  # .copylint.yml:13, .copylint.yml:18\n", first);
        Assert.Contains("language: html  # .copylint.yml:17\n", first);

        static string WithoutComments(string text) => System.Text.RegularExpressions.Regex.Replace(text, " *#.*", "");
    }

    [Fact]
    public void The_schema_in_the_repository_is_the_one_that_is_printed()
    {
        using var folder = new TemporaryFolder();
        var path = TestRules.TestFile("../../schema/copylint.schema.json");
        Assert.Equal(File.ReadAllText(path), CommandLine.Run(folder.Path, "config", "schema").Output);
    }

    [Fact]
    public void The_schema_has_the_keys_that_are_read()
    {
        using var folder = new TemporaryFolder();
        folder.Write(".copylint.yml", "zzz: 1\n");
        var error = CommandLine.Run(folder.Path, "check").Error;
        var read = error[(error.IndexOf("expected ", StringComparison.Ordinal) + 9)..]
            .Split(';')[0]
            .Trim()
            .Split(", ")
            .Order(StringComparer.Ordinal);
        using var schema = System.Text.Json.JsonDocument.Parse(CommandLine.Run(folder.Path, "config", "schema").Output);
        Assert.Equal(
            read,
            schema
                .RootElement.GetProperty("properties")
                .EnumerateObject()
                .Select(p => p.Name)
                .Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void Init_writes_a_start_that_can_be_used_and_nothing_over_what_is_there()
    {
        using var folder = new TemporaryFolder();
        Assert.Equal(0, CommandLine.Run(folder.Path, "init").Exit);
        folder.Write("a.txt", "Nothing is wrong here.\n");
        Assert.Equal("No findings in 1 file.\n", CommandLine.Run(folder.Path, "check").Output);
        var again = CommandLine.Run(folder.Path, "init");
        Assert.Equal(2, again.Exit);
        Assert.Contains(".copylint.yml is there already", again.Error);
        Assert.Equal(0, CommandLine.Run(folder.Path, "init", "--force").Exit);
    }

    public static TheoryData<string> SettingNames => [.. Settings.All.Select(s => s.Name)];

    [Theory]
    [MemberData(nameof(SettingNames))]
    public void The_example_of_a_setting_can_be_used_and_stands_in_the_start(string name)
    {
        var setting = Settings.All.Single(s => s.Name == name);
        using var folder = new TemporaryFolder();
        folder.Write("house/.copylint.yml", "rules: {}\n");
        folder.Write(".copylint.yml", setting.Example + "\n");
        folder.Write("a.txt", "Nothing is wrong here.\n");
        Assert.Equal("No findings in 1 file.\n", CommandLine.Run(folder.Path, "check").Output);
        Assert.Contains(
            setting.Name == "root" ? setting.Example : "#   " + setting.Example.Split('\n')[0],
            InitCommand.Start.Split('\n')
        );
    }

    [Fact]
    public void A_setting_of_the_run_counts_from_the_working_folder_and_is_shown_so()
    {
        using var folder = new TemporaryFolder();
        folder.Write(".copylint.yml", "root: true\nmax-file-size: 1 KB\n");
        folder.Write("sub/.copylint.yml", "fail-on: never\nmax-file-size: 10 B\ncache: on\nhtml: page\n");
        folder.Write("sub/a.txt", "It was a despicable plan of the tyrant Putin.\n");
        // Nested values neither count nor are shown as if they did.
        var run = CommandLine.Run(folder.Path, "check");
        Assert.Equal(1, run.Exit);
        Assert.DoesNotContain("CL0005", run.Output);
        Assert.False(Directory.Exists(Path.Combine(folder.Path, ".copylint")));
        var shown = CommandLine.Run(folder.Path, "config", "show", "sub/a.txt").Output;
        Assert.Contains("fail-on: warning  # default; not sub/.copylint.yml:1, as it is a setting of the run\n", shown);
        Assert.Contains(
            "max-file-size: 1024 B  # .copylint.yml:2; not sub/.copylint.yml:2, as it is a setting of the run\n",
            shown
        );
        Assert.Contains("cache: off  # default; not sub/.copylint.yml:3, as it is a setting of the run\n", shown);
        Assert.Contains("html: page  # sub/.copylint.yml:4\n", shown);
        // Where the run starts there, they do.
        var inside = CommandLine.Run(Path.Combine(folder.Path, "sub"), "check");
        Assert.Equal(0, inside.Exit);
        Assert.Contains("CL0005", inside.Output);
        Assert.Contains(
            "fail-on: never  # .copylint.yml:1\n",
            CommandLine.Run(Path.Combine(folder.Path, "sub"), "config", "show", "a.txt").Output
        );
    }

    [Fact]
    public void The_settings_of_the_readme_are_those_that_are_read()
    {
        var readme = File.ReadAllText(TestRules.TestFile("../../README.md"));
        using var folder = new TemporaryFolder();
        Assert.Contains(CommandLine.Run(folder.Path, "config", "settings").Output, readme);
    }

    private static string[] FilesWithFindings(string folder, params string[] arguments)
    {
        using var json = System.Text.Json.JsonDocument.Parse(
            CommandLine.Run(folder, [.. arguments, "--format", "json"]).Output
        );
        return
        [
            .. json
                .RootElement.GetProperty("findings")
                .EnumerateArray()
                .Select(f => f.GetProperty("file").GetString()!)
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];
    }
}
