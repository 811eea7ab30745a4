using System.Text;
using System.Text.Json;
using Copylint.Catalog;
using Copylint.Configuration;
using Copylint.Diagnostics;
using Copylint.Text;

namespace Copylint.Cli;

/// <summary>The JSON Schema (draft 2020-12) of <c>.copylint.yml</c>, so that editors complete keys, rules and
/// options.</summary>
internal sealed class ConfigurationSchema
{
    // The name of the setting of a rule without options.
    private const string Plain = "setting";

    private static readonly string[] Severities = [.. SeverityNames.All.Keys];

    private readonly Utf8JsonWriter _json;
    private readonly IReadOnlyList<RuleDescriptor> _rules;
    private readonly IReadOnlyList<IGrouping<string, RuleDescriptor>> _families;

    private ConfigurationSchema(Utf8JsonWriter json, RuleCatalog catalog)
    {
        _json = json;
        _rules = [.. catalog.Rules.Select(r => r.Descriptor)];
        _families = [.. _rules.GroupBy(r => r.Family)];
    }

    /// <summary>Makes the schema for the rules of a catalog.</summary>
    public static string Make(RuleCatalog catalog)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, JsonStyle.Options))
            new ConfigurationSchema(json, catalog).Write();
        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    private void Write()
    {
        _json.WriteStartObject();
        _json.WriteString("$schema", "https://json-schema.org/draft/2020-12/schema");
        _json.WriteString("title", "Copylint configuration");
        _json.WriteString("type", "object");
        _json.WriteBoolean("additionalProperties", false);
        _json.WriteStartObject("properties");
        foreach (var group in Settings.All.GroupBy(s => s.Holder ?? s.Name))
        {
            if (group.First().Holder is { } holder)
                Object(holder, "What is linted.", [], () => WriteSettings(group));
            else
                WriteSettings(group);
        }

        _json.WriteEndObject();
        _json.WriteStartObject("$defs");
        WriteEvent();
        Object("words", "Words for a list.", [], WriteWords, () => _json.WriteNumber("minProperties", 1));
        _json.WriteStartObject("severity");
        Values(Severities);
        _json.WriteEndObject();
        WriteRuleSettings();
        WriteRules();
        _json.WriteEndObject();
        _json.WriteEndObject();
    }

    private void WriteSettings(IEnumerable<Setting> settings)
    {
        foreach (var setting in settings)
            WriteSetting(setting);
    }

    private void WriteSetting(Setting setting)
    {
        var help = setting.Default is "[]" or "{}" ? setting.Help : $"{setting.Help} Default: {setting.Default}.";
        if (setting.Scope == SettingScope.Run)
            help += " A setting of the whole run: the file of the working folder counts.";
        switch (setting.Shape)
        {
            case SettingShape.Flag:
                Typed(setting.Key, help, "boolean");
                break;
            case SettingShape.Choice:
                Enum(setting.Key, help, setting.Choices);
                break;
            case SettingShape.Size:
                Typed(setting.Key, help, "string", "integer");
                break;
            case SettingShape.Count:
                _json.WriteStartObject(setting.Key);
                _json.WriteString("description", help);
                _json.WriteString("type", "integer");
                _json.WriteNumber("minimum", 1);
                _json.WriteEndObject();
                break;
            case SettingShape.Names:
                OneOrMore(setting.Key, help);
                break;
            case SettingShape.Rules:
                Reference(setting.Key, help, "rules");
                break;
            case SettingShape.Events:
                ListOf(setting.Key, help, "event");
                break;
            case SettingShape.Lexicons:
                _json.WriteStartObject(setting.Key);
                _json.WriteString("description", help);
                _json.WriteString("type", "object");
                ReferenceOnly("additionalProperties", "words");
                _json.WriteEndObject();
                break;
            case SettingShape.Overrides:
                WriteOverrides(setting.Key, help);
                break;
        }
    }

    private void WriteOverrides(string key, string help)
    {
        _json.WriteStartObject(key);
        _json.WriteString("description", help);
        _json.WriteString("type", "array");
        Object(
            "items",
            "One of them.",
            ["files"],
            () =>
            {
                OneOrMore("files", "Globs, from the folder of the configuration.");
                WriteSettings(Settings.All.Where(s => s.IsForOverrides));
            },
            () => _json.WriteNumber("minProperties", 2)
        );
        _json.WriteEndObject();
    }

    private void WriteEvent()
    {
        Object(
            "event",
            "An event; with 'start', or 'dates' when it comes again.",
            ["id", "name", "names", "source"],
            () =>
            {
                Typed("id", "Tells it from others; the id of a known event replaces it.", "string");
                Typed("name", "What messages call it.", "string");
                Reference("start", "The first day.", "day");
                Reference("end", "The last day of an event that lasted.", "day");
                ListOf("dates", "The days of an event that comes again.", "day");
                OneOrMore("names", "The wordings by which copy names it.");
                Typed("source", "Where the date can be checked.", "string");
            },
            () =>
            {
                _json.WriteStartArray("oneOf");
                foreach (var days in (string[])["start", "dates"])
                {
                    _json.WriteStartObject();
                    _json.WriteStartArray("required");
                    _json.WriteStringValue(days);
                    _json.WriteEndArray();
                    _json.WriteEndObject();
                }

                _json.WriteEndArray();
            }
        );
        _json.WriteStartObject("day");
        _json.WriteString("type", "string");
        _json.WriteString("pattern", "^\\d{4}-\\d{2}-\\d{2}$");
        _json.WriteEndObject();
    }

    private void WriteWords()
    {
        Typed("add", "Words, or groups with nouns, verbs, adjectives, adverbs or phrases.", "array");
        OneOrMore("allow", "Words and collocations that are plain reporting.");
    }

    private void WriteRuleSettings()
    {
        WriteRuleSetting(Plain, []);
        foreach (var family in _families.Where(f => f.Any(r => r.Options.Count > 0)))
            WriteRuleSetting(family.Key, family);
        foreach (var rule in _rules.Where(r => r.Options.Count > 0))
            WriteRuleSetting(rule.Id, [rule]);
    }

    // A severity, or a severity and options.
    private void WriteRuleSetting(string name, IEnumerable<RuleDescriptor> rules)
    {
        var options = rules
            .SelectMany(r => r.Options)
            .DistinctBy(o => o.Key)
            .OrderBy(o => o.Key, StringComparer.Ordinal);
        _json.WriteStartObject(name);
        _json.WriteStartArray("anyOf");
        _json.WriteStartObject();
        _json.WriteString("$ref", "#/$defs/severity");
        _json.WriteEndObject();
        _json.WriteStartObject();
        _json.WriteString("type", "object");
        _json.WriteBoolean("additionalProperties", false);
        _json.WriteStartObject("properties");
        Reference("severity", "The severity.", "severity");
        foreach (var (option, value) in options)
        {
            if (Severities.Contains(value))
            {
                Reference(option, $"Default: {value}.", "severity");
                continue;
            }

            _json.WriteStartObject(option);
            _json.WriteString("description", $"Default: {value}.");
            _json.WriteEndObject();
        }

        _json.WriteEndObject();
        _json.WriteEndObject();
        _json.WriteEndArray();
        _json.WriteEndObject();
    }

    private void WriteRules()
    {
        _json.WriteStartObject("rules");
        _json.WriteString("type", "object");
        _json.WriteStartObject("properties");
        foreach (var family in _families)
            Reference(
                family.Key,
                $"All rules of the family {family.Key}.",
                family.Any(r => r.Options.Count > 0) ? family.Key : Plain
            );
        foreach (var rule in _rules)
        {
            var target = rule.Options.Count > 0 ? rule.Id : Plain;
            Reference(rule.Id, $"{rule.Name}: {rule.Summary}", target);
            Reference(rule.Name, $"{rule.Id}: {rule.Summary}", target);
        }

        _json.WriteEndObject();
        // The beginning of ids, and what packs bring.
        _json.WriteStartObject("additionalProperties");
        WriteTypes("string", "boolean", "object");
        _json.WriteEndObject();
        _json.WriteEndObject();
    }

    private void Typed(string name, string description, params string[] types)
    {
        _json.WriteStartObject(name);
        _json.WriteString("description", description);
        WriteTypes(types);
        _json.WriteEndObject();
    }

    private void WriteTypes(params string[] types)
    {
        if (types is [var only])
        {
            _json.WriteString("type", only);
            return;
        }

        _json.WriteStartArray("type");
        foreach (var type in types)
            _json.WriteStringValue(type);
        _json.WriteEndArray();
    }

    private void OneOrMore(string name, string description)
    {
        _json.WriteStartObject(name);
        _json.WriteString("description", description);
        WriteTypes("string", "array");
        _json.WriteStartObject("items");
        _json.WriteString("type", "string");
        _json.WriteEndObject();
        _json.WriteEndObject();
    }

    private void ListOf(string name, string description, string target)
    {
        _json.WriteStartObject(name);
        _json.WriteString("description", description);
        _json.WriteString("type", "array");
        ReferenceOnly("items", target);
        _json.WriteEndObject();
    }

    private void Reference(string name, string description, string target)
    {
        _json.WriteStartObject(name);
        _json.WriteString("description", description);
        _json.WriteString("$ref", "#/$defs/" + target);
        _json.WriteEndObject();
    }

    private void ReferenceOnly(string name, string target)
    {
        _json.WriteStartObject(name);
        _json.WriteString("$ref", "#/$defs/" + target);
        _json.WriteEndObject();
    }

    private void Object(string name, string description, string[] required, Action properties, Action? more = null)
    {
        _json.WriteStartObject(name);
        _json.WriteString("description", description);
        _json.WriteString("type", "object");
        _json.WriteBoolean("additionalProperties", false);
        if (required.Length > 0)
        {
            _json.WriteStartArray("required");
            foreach (var key in required)
                _json.WriteStringValue(key);
            _json.WriteEndArray();
        }

        _json.WriteStartObject("properties");
        properties();
        _json.WriteEndObject();
        more?.Invoke();
        _json.WriteEndObject();
    }

    private void Enum(string name, string description, IEnumerable<string> values)
    {
        _json.WriteStartObject(name);
        _json.WriteString("description", description);
        Values(values);
        _json.WriteEndObject();
    }

    // YAML 1.1 readers take on and off for true and false.
    private void Values(IEnumerable<string> values)
    {
        _json.WriteStartArray("enum");
        foreach (var value in values)
        {
            _json.WriteStringValue(value);
            if (value is "on" or "off")
                _json.WriteBooleanValue(value == "on");
        }

        _json.WriteEndArray();
    }
}
