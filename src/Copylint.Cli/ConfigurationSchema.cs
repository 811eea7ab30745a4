using System.Text;
using System.Text.Json;
using Copylint.Catalog;
using Copylint.Diagnostics;
using Copylint.Documents.Formats;
using Copylint.Git;
using Copylint.Matchers;
using Copylint.Text;

namespace Copylint.Cli;

/// <summary>The JSON Schema (draft 2020-12) of <c>.copylint.yml</c>, so that editors complete keys, rules and options.</summary>
internal static class ConfigurationSchema
{
    // The name of the setting of a rule without options.
    private const string Plain = "setting";

    private static readonly string[] Severities = [.. SeverityNames.All.Keys];

    /// <summary>Makes the schema for the rules of a catalog.</summary>
    public static string Make(RuleCatalog catalog)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, JsonStyle.Options))
            Write(json, catalog);
        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    private static void Write(Utf8JsonWriter json, RuleCatalog catalog)
    {
        var rules = catalog.Rules.Select(r => r.Descriptor).ToList();
        var families = rules.GroupBy(r => r.Family).ToList();
        json.WriteStartObject();
        json.WriteString("$schema", "https://json-schema.org/draft/2020-12/schema");
        json.WriteString("title", "Copylint configuration");
        json.WriteString("type", "object");
        json.WriteBoolean("additionalProperties", false);
        json.WriteStartObject("properties");
        Bool("root", "Files further up do not count.");
        OneOrMore("extends", "Configuration files, or folders of packs that have one, which this one stands over.");
        OneOrMore("packs", "Folders with rules and word lists of your own.");
        Object("files", "What is linted.", [], () =>
        {
            OneOrMore("include", "Globs of files to lint besides the known endings.");
            OneOrMore("exclude", "Globs of files to leave out.");
            Bool("gitignore", "Whether what Git ignores is left out of folders (the default).");
        });
        List(
            "overrides",
            "Other settings for some files.",
            ["files"],
            () =>
            {
                OneOrMore("files", "Globs, from the folder of the configuration.");
                Settings("in these files");
            },
            () => json.WriteNumber("minProperties", 2)
        );
        Settings("");
        Enum(
            "fail-on",
            "The least severity that makes the exit code 1.",
            [.. SeverityNames.ReportedNames, SeverityNames.Never, Severity.Off.Name()]
        );
        Enum("cache", "When reports of unchanged files are kept.", ["on", "ci", "off"]);
        json.WriteStartObject("max-file-size");
        json.WriteString("description", "Files over this size are told, not analysed: 16 MB.");
        json.WriteStartArray("type");
        json.WriteStringValue("string");
        json.WriteStringValue("integer");
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteStartObject("$defs");
        Object(
            "event",
            "An event; with 'start', or 'dates' when it comes again.",
            ["id", "name", "names", "source"],
            () =>
            {
                Text("id", "Tells it from others; the id of a known event replaces it.");
                Text("name", "What messages call it.");
                Reference("start", "The first day.", "day");
                Reference("end", "The last day of an event that lasted.", "day");
                json.WriteStartObject("dates");
                json.WriteString("type", "array");
                json.WriteStartObject("items");
                json.WriteString("$ref", "#/$defs/day");
                json.WriteEndObject();
                json.WriteEndObject();
                OneOrMore("names", "The wordings by which copy names it.");
                Text("source", "Where the date can be checked.");
            },
            () =>
            {
                json.WriteStartArray("oneOf");
                foreach (var days in (string[])["start", "dates"])
                {
                    json.WriteStartObject();
                    json.WriteStartArray("required");
                    json.WriteStringValue(days);
                    json.WriteEndArray();
                    json.WriteEndObject();
                }

                json.WriteEndArray();
            }
        );
        json.WriteStartObject("day");
        json.WriteString("type", "string");
        json.WriteString("pattern", "^\\d{4}-\\d{2}-\\d{2}$");
        json.WriteEndObject();
        Object(
            "words",
            "Words for a list.",
            [],
            () =>
            {
                json.WriteStartObject("add");
                json.WriteString("description", "Words, or groups with nouns, verbs, adjectives, adverbs or phrases.");
                json.WriteString("type", "array");
                json.WriteEndObject();
                OneOrMore("allow", "Words and collocations that are plain reporting.");
            },
            () => json.WriteNumber("minProperties", 1)
        );
        json.WriteStartObject("severity");
        Values(Severities);
        json.WriteEndObject();
        Setting(Plain, []);
        foreach (var family in families.Where(f => f.Any(r => r.Options.Count > 0)))
            Setting(family.Key, family);
        foreach (var rule in rules.Where(r => r.Options.Count > 0))
            Setting(rule.Id, [rule]);
        json.WriteStartObject("rules");
        json.WriteString("type", "object");
        json.WriteStartObject("properties");
        foreach (var family in families)
            Reference(
                family.Key,
                $"All rules of the family {family.Key}.",
                family.Any(r => r.Options.Count > 0) ? family.Key : Plain
            );
        foreach (var rule in rules)
        {
            Reference(rule.Id, $"{rule.Name}: {rule.Summary}", rule.Options.Count > 0 ? rule.Id : Plain);
            Reference(rule.Name, $"{rule.Id}: {rule.Summary}", rule.Options.Count > 0 ? rule.Id : Plain);
        }

        json.WriteEndObject();
        // The beginning of ids, and what packs bring.
        json.WriteStartObject("additionalProperties");
        json.WriteStartArray("type");
        json.WriteStringValue("string");
        json.WriteStringValue("boolean");
        json.WriteStringValue("object");
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();

        // A severity, or a severity and options.
        void Setting(string name, IEnumerable<RuleDescriptor> rules)
        {
            json.WriteStartObject(name);
            json.WriteStartArray("anyOf");
            json.WriteStartObject();
            json.WriteString("$ref", "#/$defs/severity");
            json.WriteEndObject();
            json.WriteStartObject();
            json.WriteString("type", "object");
            json.WriteBoolean("additionalProperties", false);
            json.WriteStartObject("properties");
            Reference("severity", "The severity.", "severity");
            foreach (
                var (option, value) in rules
                    .SelectMany(r => r.Options)
                    .DistinctBy(o => o.Key)
                    .OrderBy(o => o.Key, StringComparer.Ordinal)
            )
            {
                if (Severities.Contains(value))
                {
                    Reference(option, $"Default: {value}.", "severity");
                    continue;
                }

                json.WriteStartObject(option);
                json.WriteString("description", $"Default: {value}.");
                json.WriteEndObject();
            }

            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        }

        void Bool(string name, string description) => Typed(name, description, "boolean");

        void Text(string name, string description) => Typed(name, description, "string");

        void Typed(string name, string description, string type)
        {
            json.WriteStartObject(name);
            json.WriteString("description", description);
            json.WriteString("type", type);
            json.WriteEndObject();
        }

        void OneOrMore(string name, string description)
        {
            json.WriteStartObject(name);
            json.WriteString("description", description);
            json.WriteStartArray("type");
            json.WriteStringValue("string");
            json.WriteStringValue("array");
            json.WriteEndArray();
            json.WriteStartObject("items");
            json.WriteString("type", "string");
            json.WriteEndObject();
            json.WriteEndObject();
        }

        void Reference(string name, string description, string target)
        {
            json.WriteStartObject(name);
            json.WriteString("description", description);
            json.WriteString("$ref", "#/$defs/" + target);
            json.WriteEndObject();
        }

        // What counts for a file, of the whole configuration or of an override.
        void Settings(string where)
        {
            Reference(
                "rules",
                $"What becomes of rules{(where.Length > 0 ? " " + where : "")}, by id, name, family or the beginning of ids; later lines win.",
                "rules"
            );
            json.WriteStartObject("events");
            json.WriteString("description", "What your copy counts days and years from.");
            json.WriteString("type", "array");
            json.WriteStartObject("items");
            json.WriteString("$ref", "#/$defs/event");
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteStartObject("lexicons");
            json.WriteString("description", "Words for the word lists.");
            json.WriteString("type", "object");
            json.WriteStartObject("additionalProperties");
            json.WriteString("$ref", "#/$defs/words");
            json.WriteEndObject();
            json.WriteEndObject();
            Enum(
                "language",
                "The format of files whose ending is not known.",
                [.. Documents.Formats.DocumentParser.FormatNames.Keys]
            );
            Enum(
                "html",
                "How much of an HTML page is linted: its article, or all that a reader sees.",
                ["article", "page"]
            );
        }

        void List(string name, string description, string[] required, Action properties, Action? more = null)
        {
            json.WriteStartObject(name);
            json.WriteString("description", description);
            json.WriteString("type", "array");
            Object("items", "One of them.", required, properties, more);
            json.WriteEndObject();
        }

        void Object(string name, string description, string[] required, Action properties, Action? more = null)
        {
            json.WriteStartObject(name);
            json.WriteString("description", description);
            json.WriteString("type", "object");
            json.WriteBoolean("additionalProperties", false);
            if (required.Length > 0)
            {
                json.WriteStartArray("required");
                foreach (var key in required)
                    json.WriteStringValue(key);
                json.WriteEndArray();
            }

            json.WriteStartObject("properties");
            properties();
            json.WriteEndObject();
            more?.Invoke();
            json.WriteEndObject();
        }

        void Enum(string name, string description, IEnumerable<string> values)
        {
            json.WriteStartObject(name);
            json.WriteString("description", description);
            Values(values);
            json.WriteEndObject();
        }

        // YAML 1.1 readers take on and off for true and false.
        void Values(IEnumerable<string> values)
        {
            json.WriteStartArray("enum");
            foreach (var value in values)
            {
                json.WriteStringValue(value);
                if (value is "on" or "off")
                    json.WriteBooleanValue(value == "on");
            }

            json.WriteEndArray();
        }
    }
}
