using Copylint.Diagnostics;
using Copylint.Linting;

namespace Copylint.Reports;

/// <summary>JUnit's report: a suite for each file, a failed case for each finding, and a passed one where there is
/// none.</summary>
/// <param name="output">Where the report is written.</param>
public sealed class JUnitReporter(Stream output) : XmlReporter(output)
{
    /// <inheritdoc/>
    public override void Begin()
    {
        Xml.WriteStartDocument();
        Xml.WriteStartElement("testsuites");
        Xml.WriteAttributeString("name", "copylint");
    }

    /// <inheritdoc/>
    public override void Report(FileReport report)
    {
        if (report.IsContinuation && report.Diagnostics.Count == 0)
            return;
        Xml.WriteStartElement("testsuite");
        Xml.WriteAttributeString("name", Clean(report.Path));
        Xml.WriteAttributeString("tests", Number(Math.Max(1, report.Diagnostics.Count)));
        Xml.WriteAttributeString("failures", Number(report.Diagnostics.Count));
        // Required by the schema; the same copy gives the same bytes, and so no clock is read.
        Xml.WriteAttributeString("errors", "0");
        Xml.WriteAttributeString("time", "0");
        foreach (var diagnostic in report.Diagnostics)
        {
            Xml.WriteStartElement("testcase");
            Xml.WriteAttributeString("classname", Clean(report.Path));
            Xml.WriteAttributeString("name", $"{diagnostic.Rule.Id} {diagnostic.Rule.Name} {diagnostic.Range.Start}");
            Xml.WriteAttributeString("time", "0");
            Xml.WriteStartElement("failure");
            Xml.WriteAttributeString("type", diagnostic.Severity.Name());
            Xml.WriteAttributeString("message", Clean(diagnostic.Message));
            // Text between elements may begin a line, as commands of a build server do.
            Xml.WriteString(
                Clean($"{report.Path}:{diagnostic.Range.Start}: {VisibleText.Of(diagnostic.Message)}\n")
                    + Clean(VisibleText.Of(diagnostic.Line))
            );
            Xml.WriteEndElement();
            Xml.WriteEndElement();
        }

        if (report.Diagnostics.Count == 0)
        {
            Xml.WriteStartElement("testcase");
            Xml.WriteAttributeString("classname", Clean(report.Path));
            Xml.WriteAttributeString("name", "no findings");
            Xml.WriteAttributeString("time", "0");
            Xml.WriteEndElement();
        }

        Xml.WriteEndElement();
    }
}
