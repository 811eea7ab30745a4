using Copylint.Diagnostics;
using Copylint.Linting;

namespace Copylint.Reports;

/// <summary>Checkstyle's report, which Jenkins and other servers read.</summary>
/// <param name="output">Where the report is written.</param>
public sealed class CheckstyleReporter(Stream output) : XmlReporter(output)
{
    /// <inheritdoc/>
    public override void Begin()
    {
        Xml.WriteStartDocument();
        Xml.WriteStartElement("checkstyle");
        Xml.WriteAttributeString("version", "4.3");
    }

    /// <inheritdoc/>
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
