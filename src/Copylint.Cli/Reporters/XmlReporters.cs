using System.Buffers;
using System.Globalization;
using System.Text;
using System.Xml;
using Copylint.Catalog;
using Copylint.Cli.Commands;
using Copylint.Diagnostics;
using Copylint.Linting;
using Copylint.Matchers;

namespace Copylint.Cli.Reporters;

/// <summary>What the reports in XML share: a writer, and text without the characters that XML cannot hold.</summary>
internal abstract class XmlReporter(Stream output) : IReporter
{
    protected XmlWriter Xml { get; } =
        XmlWriter.Create(
            output,
            new XmlWriterSettings
            {
                Indent = true,
                NewLineChars = "\n",
                Encoding = new UTF8Encoding(false),
                CloseOutput = false,
            }
        );

    public void Dispose() => Xml.Dispose();

    public abstract void Begin();

    public abstract void Report(FileReport report);

    public virtual void End(RunSummary summary)
    {
        Xml.WriteEndDocument();
        Xml.Flush();
        output.Write("\n"u8);
    }

    // Controls, surrogates, and the two that are no characters.
    private static readonly SearchValues<char> Doubtful = SearchValues.Create([
        .. Enumerable.Range(0, char.MaxValue + 1).Select(c => (char)c).Where(c => !XmlConvert.IsXmlChar(c)),
    ]);

    /// <summary>Text that XML 1.0 can hold.</summary>
    protected static string Clean(string text)
    {
        if (!text.AsSpan().ContainsAny(Doubtful))
            return text;
        var result = new StringBuilder(text.Length);
        // Half a surrogate pair comes out as U+FFFD by itself.
        foreach (var rune in text.EnumerateRunes())
            result.Append(rune.IsBmp && !XmlConvert.IsXmlChar((char)rune.Value) ? "\uFFFD" : rune.ToString());
        return result.ToString();
    }

    protected static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Checkstyle's report, which Jenkins and other servers read.</summary>
internal sealed class CheckstyleReporter(Stream output) : XmlReporter(output)
{
    public override void Begin()
    {
        Xml.WriteStartDocument();
        Xml.WriteStartElement("checkstyle");
        Xml.WriteAttributeString("version", "4.3");
    }

    public override void Report(FileReport report)
    {
        if (report.Diagnostics.Count == 0)
            return;
        Xml.WriteStartElement("file");
        Xml.WriteAttributeString("name", Clean(report.Path));
        foreach (var diagnostic in report.Diagnostics)
        {
            Xml.WriteStartElement("error");
            Xml.WriteAttributeString("line", Number(diagnostic.Range.Start.Line));
            Xml.WriteAttributeString("column", Number(diagnostic.Range.Start.Column));
            Xml.WriteAttributeString(
                "severity",
                diagnostic.Severity switch
                {
                    Severity.Error => "error",
                    Severity.Warning => "warning",
                    _ => "info",
                }
            );
            Xml.WriteAttributeString("message", Clean(diagnostic.Message));
            Xml.WriteAttributeString("source", $"copylint.{diagnostic.Rule.Id}");
            Xml.WriteEndElement();
        }

        Xml.WriteEndElement();
    }
}

/// <summary>JUnit's report: a suite for each file, a failed case for each finding, and a passed one where there is none.</summary>
internal sealed class JUnitReporter(Stream output) : XmlReporter(output)
{
    public override void Begin()
    {
        Xml.WriteStartDocument();
        Xml.WriteStartElement("testsuites");
        Xml.WriteAttributeString("name", "copylint");
    }

    public override void Report(FileReport report)
    {
        if (report.IsContinuation && report.Diagnostics.Count == 0)
            return;
        Xml.WriteStartElement("testsuite");
        Xml.WriteAttributeString("name", Clean(report.Path));
        Xml.WriteAttributeString("tests", Number(Math.Max(1, report.Diagnostics.Count)));
        Xml.WriteAttributeString("failures", Number(report.Diagnostics.Count));
        foreach (var diagnostic in report.Diagnostics)
        {
            Xml.WriteStartElement("testcase");
            Xml.WriteAttributeString("classname", Clean(report.Path));
            Xml.WriteAttributeString("name", $"{diagnostic.Rule.Id} {diagnostic.Rule.Name} {diagnostic.Range.Start}");
            Xml.WriteStartElement("failure");
            Xml.WriteAttributeString("type", CommonOptions.Name(diagnostic.Severity));
            Xml.WriteAttributeString("message", Clean(diagnostic.Message));
            Xml.WriteString(Clean($"{report.Path}:{diagnostic.Range.Start}: {diagnostic.Message}\n{diagnostic.Line}"));
            Xml.WriteEndElement();
            Xml.WriteEndElement();
        }

        if (report.Diagnostics.Count == 0)
        {
            Xml.WriteStartElement("testcase");
            Xml.WriteAttributeString("classname", Clean(report.Path));
            Xml.WriteAttributeString("name", "no findings");
            Xml.WriteEndElement();
        }

        Xml.WriteEndElement();
    }
}
