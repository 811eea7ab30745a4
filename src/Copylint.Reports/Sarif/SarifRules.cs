using System.Runtime.InteropServices;
using System.Text.Json;
using Copylint.Diagnostics;

namespace Copylint.Reports.Sarif;

/// <summary>The rules in a log: what each says of itself, by pack, and how results refer to them.</summary>
internal sealed class SarifRules
{
    private const int MaxDescription = 1024;

    private readonly Utf8JsonWriter _json;
    private readonly IReadOnlyList<RuleDescriptor> _rules;
    private readonly Dictionary<string, int> _indexes = [];
    private readonly List<RuleDescriptor> _notifications;
    private readonly List<string> _packs;

    /// <param name="json">Where the log is written.</param>
    /// <param name="rules">All rules that can find something.</param>
    public SarifRules(Utf8JsonWriter json, IReadOnlyList<RuleDescriptor> rules)
    {
        _json = json;
        _rules = rules;
        _notifications = [.. rules.Where(r => r.Id is "CL0001" or "CL0002" or "CL0005" or "CL0007")];
        _packs = [.. rules.Select(r => r.Pack).OfType<string>().Distinct()];
        var counts = new Dictionary<string, int>();
        foreach (var rule in rules)
            _indexes[rule.Id] = CollectionsMarshal.GetValueRefOrAddDefault(counts, rule.Pack ?? "", out _)++;
    }

    /// <summary>The rules in the order of the log.</summary>
    public IReadOnlyList<RuleDescriptor> All => _rules;

    /// <summary>The number of a rule among those of its pack.</summary>
    public int IndexOf(RuleDescriptor rule) => _indexes[rule.Id];

    /// <summary>Whether what a rule finds is about the run, and is told as a notification too.</summary>
    public bool IsNotification(RuleDescriptor rule) => _notifications.Contains(rule);

    /// <summary>Writes the tool: the program with its own rules, and the packs with theirs.</summary>
    public void WriteTool()
    {
        _json.WriteStartObject("tool");
        _json.WriteStartObject("driver");
        _json.WriteString("name", Product.Name);
        _json.WriteString("semanticVersion", Product.Version);
        _json.WriteString("informationUri", SarifNames.InformationUri);
        WriteRulesOf(null);
        if (_notifications.Count > 0)
        {
            _json.WriteStartArray("notifications");
            foreach (var rule in _notifications)
            {
                _json.WriteStartObject();
                WriteDescription(rule);
                _json.WriteEndObject();
            }

            _json.WriteEndArray();
        }

        _json.WriteEndObject();
        WriteExtensions();
        _json.WriteEndObject();
    }

    /// <summary>Writes a reference to a rule.</summary>
    public void WriteReference(string property, RuleDescriptor rule)
    {
        _json.WriteStartObject(property);
        _json.WriteString("id", rule.Id);
        _json.WriteNumber("index", IndexOf(rule));
        if (rule.Pack is { } pack)
        {
            _json.WriteStartObject("toolComponent");
            _json.WriteString("name", pack);
            _json.WriteNumber("index", _packs.IndexOf(pack));
            _json.WriteEndObject();
        }

        _json.WriteEndObject();
    }

    /// <summary>Writes a reference to the descriptor of a notification.</summary>
    public void WriteNotificationReference(RuleDescriptor rule)
    {
        _json.WriteStartObject("descriptor");
        _json.WriteString("id", rule.Id);
        _json.WriteNumber("index", _notifications.IndexOf(rule));
        _json.WriteEndObject();
    }

    private void WriteExtensions()
    {
        if (_packs.Count == 0)
            return;
        _json.WriteStartArray("extensions");
        foreach (var pack in _packs)
        {
            _json.WriteStartObject();
            _json.WriteString("name", pack);
            WriteRulesOf(pack);
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
    }

    private void WriteRulesOf(string? pack)
    {
        _json.WriteStartArray("rules");
        foreach (var rule in _rules.Where(r => r.Pack == pack))
            WriteRule(rule);
        _json.WriteEndArray();
    }

    private void WriteRule(RuleDescriptor rule)
    {
        var isOff = rule.DefaultSeverity == Severity.Off;
        _json.WriteStartObject();
        WriteDescription(rule);
        _json.WriteStartObject("defaultConfiguration");
        _json.WriteBoolean("enabled", !isOff);
        _json.WriteString("level", SarifNames.Level(isOff ? Severity.Suggestion : rule.DefaultSeverity));
        _json.WriteEndObject();
        _json.WriteStartObject("properties");
        _json.WriteStartArray("tags");
        _json.WriteStringValue(rule.Family);
        _json.WriteStringValue(rule.Name);
        _json.WriteEndArray();
        _json.WriteString("precision", rule.Precision.Name());
        // GitHub's words for a severity.
        _json.WriteString(
            "problem.severity",
            rule.DefaultSeverity >= Severity.Warning ? rule.DefaultSeverity.Name() : "recommendation"
        );
        _json.WriteEndObject();
        _json.WriteEndObject();
    }

    // What a rule and a notification say of themselves.
    private void WriteDescription(RuleDescriptor rule)
    {
        _json.WriteString("id", rule.Id);
        _json.WriteString("name", SarifNames.PascalCase(rule.Name));
        _json.WriteText("shortDescription", Limit(rule.Summary));
        _json.WriteText("fullDescription", Limit(rule.Why));
        _json.WriteStartObject("help");
        _json.WriteString("text", RuleHelp.Plain(rule));
        _json.WriteString("markdown", RuleHelp.Markdown(rule));
        _json.WriteEndObject();
    }

    private static string Limit(string text) =>
        text.Length <= MaxDescription ? text : text[..(MaxDescription - 1)] + "…";
}
