using System.Text;
using System.Text.Json;
using Copylint.RuleCards;
using Copylint.Text;

namespace Copylint.Cli;

/// <summary>The JSON Schema (draft 2020-12) of <c>.copylint.yml</c>, so that editors complete keys, rules and options.</summary>
internal static class ConfigurationSchema
{
    private static readonly string[] Severities = ["error", "warning", "suggestion", "off"];

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
        json.WriteStartObject();
        json.WriteString("$schema", "https://json-schema.org/draft/2020-12/schema");
        json.WriteString("title", "Copylint configuration");
        json.WriteString("type", "object");
        json.WriteBoolean("additionalProperties", false);
        json.WriteStartObject("properties");
        Bool("root", "Files further up do not count.");
        OneOrMore("extends", "Configuration files, or folders of packs that have one, which this one stands over.");
        OneOrMore("packs", "Folders with rules and word lists of your own.");
        Reference("rules", "What becomes of rules, by id, name, family or the beginning of ids; later lines win.", "rules");
        Object("files", "What is linted.", () =>
        {
            OneOrMore("include", "Globs of files to lint besides the known endings.");
            OneOrMore("exclude", "Globs of files to leave out.");
            Bool("gitignore", "Whether what Git ignores is left out of folders (the default).");
        });
        json.WriteStartObject("overrides");
        json.WriteString("description", "Other rules for some files.");
        json.WriteString("type", "array");
        json.WriteStartObject("items");
        json.WriteString("type", "object");
        json.WriteBoolean("additionalProperties", false);
        json.WriteStartArray("required");
        json.WriteStringValue("files");
        json.WriteStringValue("rules");
        json.WriteEndArray();
        json.WriteStartObject("properties");
        OneOrMore("files", "Globs, from the folder of the configuration.");
        Reference("rules", "What becomes of rules in these files.", "rules");
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteStartObject("events");
        json.WriteString("description", "What your copy counts days and years from.");
        json.WriteString("type", "array");
        json.WriteStartObject("items");
        json.WriteString("type", "object");
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteStartObject("lexicons");
        json.WriteString("description", "Words for the word lists.");
        json.WriteString("type", "object");
        json.WriteStartObject("additionalProperties");
        json.WriteString("type", "object");
        json.WriteBoolean("additionalProperties", false);
        json.WriteStartObject("properties");
        json.WriteStartObject("add");
        json.WriteString("description", "Words, or groups with nouns, verbs, adjectives, adverbs or phrases.");
        json.WriteString("type", "array");
        json.WriteEndObject();
        OneOrMore("allow", "Words and collocations that are plain reporting.");
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
        Enum("language", "The format of files whose ending is not known.", [.. Documents.DocumentParser.FormatNames.Keys]);
        Enum("fail-on", "The least severity that makes the exit code 1.", ["error", "warning", "suggestion", "never", "off"]);
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
        json.WriteStartObject("severity");
        Values(Severities);
        json.WriteEndObject();
        json.WriteStartObject("setting");
        json.WriteStartArray("anyOf");
        json.WriteStartObject();
        json.WriteString("$ref", "#/$defs/severity");
        json.WriteEndObject();
        json.WriteStartObject();
        json.WriteString("type", "object");
        json.WriteStartObject("properties");
        Reference("severity", "The severity.", "severity");
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteStartObject("rules");
        json.WriteString("type", "object");
        json.WriteStartObject("properties");
        foreach (var family in catalog.Families)
            Reference(family, $"All rules of the family {family}.", "setting");
        foreach (var rule in catalog.Rules.Select(r => r.Descriptor))
        {
            Reference(rule.Id, $"{rule.Name}: {rule.Summary}", "setting");
            Reference(rule.Name, $"{rule.Id}: {rule.Summary}", "setting");
        }

        json.WriteEndObject();
        json.WriteStartObject("additionalProperties");
        json.WriteString("$ref", "#/$defs/setting");
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();

        void Bool(string name, string description)
        {
            json.WriteStartObject(name);
            json.WriteString("description", description);
            json.WriteString("type", "boolean");
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

        void Object(string name, string description, Action properties)
        {
            json.WriteStartObject(name);
            json.WriteString("description", description);
            json.WriteString("type", "object");
            json.WriteBoolean("additionalProperties", false);
            json.WriteStartObject("properties");
            properties();
            json.WriteEndObject();
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
