using System.Text;
using Copylint.Catalog;
using Copylint.Diagnostics;

namespace Copylint.Reports;

/// <summary>What a rule's card says, for people: <c>explain</c>, SARIF's help texts, the README's table.</summary>
public static class RuleHelp
{
    private const int Width = 100;

    /// <summary>The page that <c>copylint explain</c> prints.</summary>
    public static void WriteText(RuleDescriptor rule, TextWriter output)
    {
        output.WriteLine($"{rule.Id} {rule.Name}");
        Paragraph(rule.Summary);
        output.WriteLine();
        output.WriteLine(
            $"Severity: {rule.DefaultSeverity.Name()}    Family: {rule.Family}    Precision: {rule.Precision.Name()}"
        );
        Section("Why", rule.Why);
        Section("Source", rule.Source);
        if (rule.FixNote is not null)
            Section("What to do", rule.FixNote);
        if (rule.Options.Count > 0)
            Section("Options", string.Join(", ", rule.Options.Select(o => $"{o.Key} (default {o.Value})")));
        Examples("Reported", bad: true);
        Examples("Not reported", bad: false);

        void Section(string title, string text)
        {
            output.WriteLine();
            output.WriteLine(title + ":");
            Paragraph(text);
        }

        void Examples(string title, bool bad)
        {
            if (!rule.Examples.Any(e => e.IsBad == bad))
                return;
            output.WriteLine();
            output.WriteLine(title + ":");
            foreach (var example in rule.Examples.Where(e => e.IsBad == bad))
            {
                foreach (var line in example.Text.TrimEnd('\n').Split('\n'))
                    output.WriteLine(line.Length == 0 ? "" : "  " + line);
                output.WriteLine();
            }
        }

        void Paragraph(string text)
        {
            var line = new StringBuilder("  ");
            foreach (var word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            {
                if (line.Length + word.Length > Width && line.Length > 2)
                {
                    output.WriteLine(line.ToString().TrimEnd());
                    line.Clear().Append("  ");
                }

                line.Append(word).Append(' ');
            }

            output.WriteLine(line.ToString().TrimEnd());
        }
    }

    /// <summary>The help of a rule in Markdown.</summary>
    public static string Markdown(RuleDescriptor rule)
    {
        var text = new StringBuilder(rule.Summary)
            .Append("\n\n")
            .Append(rule.Why)
            .Append("\n\n**Source:** ")
            .Append(rule.Source);
        if (rule.FixNote is not null)
            text.Append("\n\n**What to do:** ").Append(rule.FixNote);
        Append("Reported", true);
        Append("Not reported", false);
        return text.ToString();

        void Append(string title, bool bad)
        {
            foreach (var example in rule.Examples.Where(e => e.IsBad == bad).Take(2))
                text.Append("\n\n**")
                    .Append(title)
                    .Append(":**\n\n```text\n")
                    .Append(example.Text.TrimEnd('\n'))
                    .Append("\n```");
        }
    }

    /// <summary>The help of a rule in plain text, without examples.</summary>
    public static string Plain(RuleDescriptor rule) =>
        $"{rule.Summary} {rule.Why} Source: {rule.Source}."
        + (rule.FixNote is null ? "" : $" What to do: {rule.FixNote}");

    /// <summary>The README's table of rules.</summary>
    public static void WriteMarkdownTable(RuleCatalog catalog, TextWriter output)
    {
        output.WriteLine("| Rule | Name | Default | Precision | What it finds |");
        output.WriteLine("|---|---|---|---|---|");
        foreach (var rule in catalog.Rules)
        {
            var d = rule.Descriptor;
            output.WriteLine(
                $"| {d.Id} | {d.Name} | {d.DefaultSeverity.Name()} | {d.Precision.Name()} | {d.Summary} |"
            );
        }
    }
}
