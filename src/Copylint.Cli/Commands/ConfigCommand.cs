using System.CommandLine;
using Copylint.Configuration;
using Copylint.Diagnostics;

namespace Copylint.Cli.Commands;

/// <summary><c>copylint config</c>: what counts for a file and why, and the schema for editors.</summary>
internal static class ConfigCommand
{
    public static Command Create(Terminal console) => new("config", "Show the configuration of a file, or its schema.") { CreateShow(console), CreateSchema(console) };

    private static DescribedCommand CreateShow(Terminal console)
    {
        var file = new Argument<string>("file") { Description = "A file or folder." };
        var config = CommonOptions.Config();
        var command = new DescribedCommand("show", "Print the configuration that counts for a file, and where each value comes from.", [("copylint config show content/a.md", "why is this rule off?")]) { file, config };
        command.SetAction(result =>
        {
            var full = Path.GetFullPath(result.GetValue(file)!, console.Folder);
            if (!Path.Exists(full))
                throw new UsageException($"no such file or folder: '{result.GetValue(file)}'");
            var configuration = result.GetValue(config) is { } named ? CommonOptions.LoadConfiguration(named, console.Folder)
                : CopylintConfiguration.FindFor(Directory.Exists(full) ? full : Path.GetDirectoryName(full)!, console.Folder);
            Show(console.Output, configuration, full, console.Folder);
            return ExitCodes.Clean;
        });
        return command;
    }

    private static DescribedCommand CreateSchema(Terminal console)
    {
        var command = new DescribedCommand("schema", "Print the JSON Schema of .copylint.yml, for editors.", [("copylint config schema > copylint.schema.json", "then name it in your editor's settings")]);
        command.SetAction(_ =>
        {
            console.Output.Write(ConfigurationSchema.Make(CommonOptions.LoadRules(CopylintConfiguration.Default)));
            return ExitCodes.Clean;
        });
        return command;
    }

    private static void Show(TextWriter output, CopylintConfiguration configuration, string file, string folder)
    {
        var catalog = CommonOptions.LoadRules(configuration);
        if (configuration.Folder is null)
            output.WriteLine($"# no {CopylintConfiguration.FileName} here or above: the defaults");
        Value("fail-on", configuration.FailOn is { } fail ? fail == Severity.Off ? "never" : CommonOptions.Name(fail) : "warning");
        Value("language", configuration.Language is { } language ? Documents.DocumentParser.FormatNames.First(f => f.Value == language).Key : "text");
        Value("max-file-size", configuration.MaxFileSize is { } size ? $"{size} B" : "16 MB");
        Value("cache", configuration.Cache.ToString().ToLowerInvariant());
        List("packs", "packs", [.. configuration.Packs.Select(p => Path.GetRelativePath(folder, p).Replace('\\', '/'))]);
        output.WriteLine($"files:{From("files")}");
        List("  include", null, configuration.Include);
        List("  exclude", null, configuration.Exclude);
        output.WriteLine($"  gitignore: {(configuration.RespectsGitIgnore ? "true" : "false")}");
        List("events", "events", [.. configuration.Events.Select(e => e.Event.Id)]);
        List("lexicons", "lexicons", [.. configuration.Lexicons.Select(l => l.Lexicon.Name)]);
        var places = new Dictionary<string, Mistake>();
        var settings = configuration.Resolve(catalog, configuration.OverridesOf(file), places);
        output.WriteLine("rules:");
        foreach (var rule in catalog.Rules.Select(r => r.Descriptor))
        {
            var setting = settings.GetValueOrDefault(rule.Id);
            var options = setting is null ? "" : string.Concat(setting.Options.Select(o => $", {o.Key}: {o.Value}"));
            var severity = CommonOptions.Name(setting?.Severity ?? rule.DefaultSeverity);
            var origin = places.TryGetValue(rule.Id, out var place) ? $"{place.Path}:{place.Line}" : "default";
            output.WriteLine($"  {(options.Length > 0 ? $"{rule.Id}: {{severity: {severity}{options}}}" : $"{rule.Id}: {severity}"),-32} # {rule.Name}; {origin}");
        }

        void Value(string key, string value) => output.WriteLine($"{key}: {value}{From(key)}");

        void List(string key, string? from, IReadOnlyList<string> values) => output.WriteLine($"{key}: [{string.Join(", ", values.Select(Quote))}]{(from is null ? "" : From(from))}");

        string From(string key) => configuration.Places.TryGetValue(key, out var place) ? $"  # {place.Path}:{place.Line}" : "  # default";

        static string Quote(string value) => value.AsSpan().ContainsAny("*[]{},:#'\"&!|>%@`") ? $"'{value.Replace("'", "''", StringComparison.Ordinal)}'" : value;
    }
}
