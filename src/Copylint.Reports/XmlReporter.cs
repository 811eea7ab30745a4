using System.Buffers;
using System.Globalization;
using System.Text;
using System.Xml;
using Copylint.Linting;

namespace Copylint.Reports;

/// <summary>What the reports in XML share: a writer, and text without the characters that XML cannot hold.</summary>
/// <param name="output">Where the report is written.</param>
public abstract class XmlReporter(Stream output) : IReporter
{
    /// <summary>The writer.</summary>
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

    /// <inheritdoc/>
    public void Dispose()
    {
        Xml.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc/>
    public abstract void Begin();

    /// <inheritdoc/>
    public abstract void Report(FileReport report);

    /// <inheritdoc/>
    public virtual void Complete(RunSummary summary)
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

    /// <summary>A number in the digits of XML.</summary>
    protected static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
