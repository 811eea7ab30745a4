using System.Text;
using System.Xml;
using System.Xml.Schema;
using Copylint.Tests.Support;

namespace Copylint.Tests.Cli;

/// <summary>
/// JUnit's report by a schema of our own: what it lets pass, the schema of Jenkins (junit-10.xsd of its xUnit plugin)
/// lets pass too. That one asks for the name, tests, failures and errors of a suite, for the name of a case, for times
/// without signs and exponents, and for no other attributes and elements.
/// </summary>
public sealed class JUnitTests : IDisposable
{
    private const string Schema = """
        <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
          <xs:element name="testsuites">
            <xs:complexType>
              <xs:sequence><xs:element ref="testsuite" minOccurs="0" maxOccurs="unbounded" /></xs:sequence>
              <xs:attribute name="name" type="xs:string" use="required" />
            </xs:complexType>
          </xs:element>
          <xs:element name="testsuite">
            <xs:complexType>
              <xs:sequence><xs:element ref="testcase" maxOccurs="unbounded" /></xs:sequence>
              <xs:attribute name="name" type="xs:string" use="required" />
              <xs:attribute name="tests" type="xs:positiveInteger" use="required" />
              <xs:attribute name="failures" type="xs:nonNegativeInteger" use="required" />
              <xs:attribute name="errors" type="xs:nonNegativeInteger" use="required" />
              <xs:attribute name="time" type="seconds" use="required" />
            </xs:complexType>
          </xs:element>
          <xs:element name="testcase">
            <xs:complexType>
              <xs:sequence>
                <xs:element name="failure" minOccurs="0">
                  <xs:complexType mixed="true">
                    <xs:attribute name="type" type="xs:string" use="required" />
                    <xs:attribute name="message" type="xs:string" use="required" />
                  </xs:complexType>
                </xs:element>
              </xs:sequence>
              <xs:attribute name="name" type="xs:string" use="required" />
              <xs:attribute name="classname" type="xs:string" use="required" />
              <xs:attribute name="time" type="seconds" use="required" />
            </xs:complexType>
          </xs:element>
          <xs:simpleType name="seconds">
            <xs:restriction base="xs:string"><xs:pattern value="[0-9]{1,3}(\.[0-9]{1,3})?" /></xs:restriction>
          </xs:simpleType>
        </xs:schema>
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_a_run_can_say_is_valid()
    {
        _folder.Write("clean.md", "The council met.\n");
        _folder.Write("found.md", "It was a despicable plan of the the tyrant.\n\n- Advertisement -\n");
        _folder.Write("odd\u0001 <&\"'> \ud83d\ude00.md", "It was a vile\u0000 \u0008\ufffe plan ]]> <b>&amp;</b>.\n");
        _folder.Write("empty.md", "");
        _folder.Write("bad.md", [0xff, 0xfe, 0x00]);
        _folder.Write("large.md", new string('x', 3000));
        foreach (var more in (string[])["", "--threads 2", "--fail-on never", "--baseline known.json"])
        {
            if (more.StartsWith("--base", StringComparison.Ordinal))
                CommandLine.Run(_folder.Path, "baseline", "write", "-o", "known.json");
            var report = Report($"--max-file-size 2KB {more}");
            Assert.Equal("", Problems(report));
        }

        Directory.CreateDirectory(Path.Combine(_folder.Path, "none"));
        Assert.Equal("", Problems(Report("none --allow-empty")));
    }

    [Fact]
    public void The_same_copy_gives_the_same_bytes()
    {
        for (var i = 0; i < 20; i++)
            _folder.Write($"{i}.md", $"It was a despicable plan {i}.\n");
        var once = Report("--threads 1");
        Assert.Equal(once, Report("--threads 4"));
        Assert.Contains("despicable", once);
        using var elsewhere = new TemporaryFolder();
        for (var i = 0; i < 20; i++)
            elsewhere.Write($"{i}.md", $"It was a despicable plan {i}.\n");
        Assert.Equal(once, CommandLine.Run(elsewhere.Path, "check", "-f", "junit").Output);
    }

    [Theory]
    [InlineData("<testsuites name='x'><testsuite name='a' tests='1' failures='0' errors='0' time='0' /></testsuites>")]
    [InlineData("<testsuites name='x' time='1e3' />")]
    [InlineData(
        "<testsuites name='x'><testsuite name='a' tests='1' failures='0' time='0'><testcase name='a' classname='a' time='0' /></testsuite></testsuites>"
    )]
    public void The_schema_lets_not_everything_pass(string report) => Assert.NotEqual("", Problems(report));

    private string Report(string options) =>
        CommandLine
            .Run(_folder.Path, ["check", "-f", "junit", .. options.Split(' ', StringSplitOptions.RemoveEmptyEntries)])
            .Output;

    private static string Problems(string report)
    {
        var problems = new StringBuilder();
        var settings = new XmlReaderSettings { ValidationType = ValidationType.Schema };
        using (var schema = XmlReader.Create(new StringReader(Schema)))
            settings.Schemas.Add(null, schema);
        settings.ValidationFlags |= XmlSchemaValidationFlags.ReportValidationWarnings;
        settings.ValidationEventHandler += (_, e) => problems.AppendLine(e.Message);
        using var reader = XmlReader.Create(new StringReader(report), settings);
        while (reader.Read()) { }
        return problems.ToString();
    }
}
