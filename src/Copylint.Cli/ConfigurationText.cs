using System.Globalization;
using System.Text.RegularExpressions;
using Copylint.Analysis.Time;
using Copylint.Cards;
using Copylint.Catalog;
using Copylint.Configuration;
using Copylint.Diagnostics;
using Copylint.Language;
using Copylint.Yaml;

namespace Copylint.Cli;

/// <summary>Writes a configuration as a <c>.copylint.yml</c> would say it, each value with the place that it comes
/// from.</summary>
/// <param name="output">Where it is written.</param>
/// <param name="configuration">The configuration, with the overrides that count.</param>
/// <param name="ofRun">The configuration of the working folder, which says what counts for a whole run.</param>
/// <param name="folder">The folder that packs are named from.</param>
internal sealed partial class ConfigurationText(
    TextWriter output,
    CopylintConfiguration configuration,
    CopylintConfiguration ofRun,
    string folder
)
{
    /// <summary>Writes all of it.</summary>
    /// <param name="catalog">The rules.</param>
    public void Write(RuleCatalog catalog)
    {
        if (configuration.Folder is null)
            output.WriteLine($"# no {CopylintConfiguration.FileName} here or above: the defaults");
        foreach (var group in Settings.All.GroupBy(s => s.Holder ?? s.Name))
        {
            if (group.First().Holder is { } holder)
                output.WriteLine(holder + ":");
            foreach (var setting in group)
                Write(setting, setting.Holder is null ? "" : "  ", catalog);
        }
    }

    private void Write(Setting setting, string indent, RuleCatalog catalog)
    {
        switch (setting.Shape)
        {
            case SettingShape.Rules:
                WriteRules(catalog);
                break;
            case SettingShape.Events:
                WriteEvents();
                break;
            case SettingShape.Lexicons:
                WriteLexicons();
                break;
            case SettingShape.Names when ItemsOf(setting) is { } items:
                WriteItems(setting, indent, items);
                break;
            default:
                WriteValue(setting, indent);
                break;
        }
    }

    // What a run says counts for all its files, whatever stands nearer to one of them.
    private void WriteValue(Setting setting, string indent)
    {
        var counting = setting.Scope == SettingScope.Run ? ofRun : configuration;
        if (setting.Show(counting) is not { } value)
            return;
        var place = counting.Places.GetValueOrDefault(setting.Name);
        var near = configuration.Places.GetValueOrDefault(setting.Name);
        var vain = near is null || near == place ? "" : $"; not {Origin(near)}, as it is a setting of the run";
        output.WriteLine($"{indent}{setting.Key}: {value}  # {Origin(place)}{vain}");
    }

    // The items of a list as they are named, and the key of the place of each; null for what has no items to show.
    private IEnumerable<(string Shown, string Key)>? ItemsOf(Setting setting) =>
        setting.Name switch
        {
            "packs" => configuration.Packs.Select(p =>
                (Path.GetRelativePath(folder, p).Replace(Path.DirectorySeparatorChar, '/'), p)
            ),
            "files/include" => configuration.Include.SelectMany(g => g.Globs).Select(g => (g, g)),
            "files/exclude" => configuration.Exclude.SelectMany(g => g.Globs).Select(g => (g, g)),
            _ => null,
        };

    private void WriteItems(Setting setting, string indent, IEnumerable<(string Shown, string Key)> items)
    {
        var lines = items
            .Select(i =>
                $"{indent}  - {Quote(i.Shown)}  # {Origin(configuration.Places.GetValueOrDefault($"{setting.Name}/{i.Key}"))}"
            )
            .ToList();
        output.WriteLine($"{indent}{setting.Key}:{(lines.Count == 0 ? " []" : "")}");
        lines.ForEach(output.WriteLine);
    }

    private void WriteEvents()
    {
        output.WriteLine(configuration.Events.Count == 0 ? "events: []" : "events:");
        // Of two events with one id the nearer one counts.
        foreach (var (newsEvent, names) in configuration.Events.GroupBy(e => e.Event.Id).Select(g => g.Last()))
            output.WriteLine(
                $"  - {{id: {Quote(newsEvent.Id)}, name: {Quote(newsEvent.Name)}, {DatesOf(newsEvent)}, names: {List(names)}, source: {Quote(newsEvent.Source ?? "")}}}{From("events/" + newsEvent.Id)}"
            );
    }

    private static string DatesOf(NewsEvent newsEvent) =>
        newsEvent.IsRecurring
            ? $"dates: [{string.Join(", ", newsEvent.Occurrences.Select(Day))}]"
            : $"start: {Day(newsEvent.Start)}{(newsEvent.End is { } end ? $", end: {Day(end)}" : "")}";

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private void WriteLexicons()
    {
        output.WriteLine(configuration.Lexicons.Count == 0 ? "lexicons: {}" : "lexicons:");
        foreach (var lexicon in configuration.Lexicons.GroupBy(l => l.Lexicon.Name))
        {
            output.WriteLine(
                $"  {Quote(lexicon.Key)}:  # {string.Join(", ", lexicon.Select(l => $"{l.Place.Path}:{l.Place.Line}"))}"
            );
            output.WriteLine("    add:");
            foreach (var entry in lexicon.SelectMany(l => l.Lexicon.Entries))
                output.WriteLine($"      - {Entry(entry)}");
        }
    }

    // As a group of its own.
    private static string Entry(LexiconEntry entry)
    {
        if (
            entry == new LexiconEntry { Headword = entry.Headword, ExtraForms = entry.ExtraForms }
            && entry.ExtraForms.Count == 0
        )
            return Quote(entry.Headword);
        var parts = new List<string> { $"{LexiconReader.GroupOf(entry)}: [{Quote(entry.Headword)}]" };
        if (entry.Strength != Strength.Moderate)
            parts.Add($"strength: {entry.Strength.ToString().ToLowerInvariant()}");
        if (entry.Reason is { } reason)
            parts.Add($"reason: {Quote(reason)}");
        if (entry.Plain is { } plain)
            parts.Add($"plain: {Quote(plain)}");
        if (entry.Tag is { } tag)
            parts.Add($"tag: {Quote(tag)}");
        if (entry.IsCaseSensitive)
            parts.Add("case: exact");
        if (entry.ExtraForms.Count > 0)
            parts.Add($"forms: {List(entry.ExtraForms)}");
        if (entry.Neighbours is { } near)
        {
            AddMap(
                parts,
                "unless",
                [
                    ("before", near.UnlessBefore),
                    ("after", near.UnlessAfter),
                    ("soon-after", near.UnlessSoonAfter),
                    ("near", near.UnlessNear),
                ],
                near.IsNotBeforeNoun ? "noun-after" : null
            );
            AddMap(
                parts,
                "only",
                [("before", near.OnlyBefore), ("after", near.OnlyAfter), ("near", near.OnlyNear)],
                near.IsBeforeName ? "name-after" : null
            );
            if (near.HasExactPart)
                parts.Add("part-of-speech: exact");
        }

        return $"{{{string.Join(", ", parts)}}}";
    }

    private static void AddMap(
        List<string> parts,
        string key,
        (string Key, IReadOnlyList<string> Words)[] lists,
        string? flag
    )
    {
        List<string> said = [.. lists.Where(l => l.Words.Count > 0).Select(l => $"{l.Key}: {List(l.Words)}")];
        if (flag is not null)
            said.Add($"{flag}: true");
        if (said.Count > 0)
            parts.Add($"{key}: {{{string.Join(", ", said)}}}");
    }

    private void WriteRules(RuleCatalog catalog)
    {
        var places = new Dictionary<string, ConfigurationError>();
        var settings = configuration.Resolve(catalog, places);
        output.WriteLine("rules:");
        foreach (var rule in catalog.Rules.Select(r => r.Descriptor))
        {
            var setting = settings.GetValueOrDefault(rule.Id);
            var severity = (setting?.Severity ?? rule.DefaultSeverity).Name();
            var own = Origin(places.GetValueOrDefault(rule.Id));
            if (setting is null || setting.Options.Count == 0)
            {
                output.WriteLine($"  {$"{rule.Id}: {severity}", -32} # {rule.Name}; {own}");
                continue;
            }

            var value =
                $"{rule.Id}: {{severity: {severity}{string.Concat(setting.Options.Select(o => $", {o.Key}: {Quote(o.Value)}"))}}}";
            output.WriteLine(
                $"  {value, -32} # {rule.Name}; severity {own}{string.Concat(setting.Options.Select(o => $", {o.Key} {Origin(places[$"{rule.Id}/{o.Key}"])}"))}"
            );
        }
    }

    private string From(string key) => $"  # {Origin(configuration.Places.GetValueOrDefault(key))}";

    private static string Origin(ConfigurationError? place) => place is null ? "default" : $"{place.Path}:{place.Line}";

    private static string List(IEnumerable<string> values) => $"[{string.Join(", ", values.Select(Quote))}]";

    private static string Quote(string value) =>
        PlainScalar().IsMatch(value) ? value : $"'{value.Replace("'", "''", StringComparison.Ordinal)}'";

    // What YAML takes for a word and for nothing else.
    [GeneratedRegex(
        "^(?!(?:true|false|null|yes|no|on|off|y|n)$)[a-z](?:[-a-z0-9_./ ]*[-a-z0-9_./])?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex PlainScalar();
}
