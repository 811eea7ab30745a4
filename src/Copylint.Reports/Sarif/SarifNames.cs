using System.Text;
using Copylint.Diagnostics;

namespace Copylint.Reports.Sarif;

/// <summary>The words of SARIF 2.1.0 that the writer and the reader of logs share, and how text and paths are written
/// in them.</summary>
internal static class SarifNames
{
    /// <summary>The schema that a log names.</summary>
    public const string Schema =
        "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    /// <summary>The version of the standard.</summary>
    public const string Version = "2.1.0";

    /// <summary>Where the tool is described.</summary>
    public const string InformationUri = "https://github.com/copylint/copylint";

    /// <summary>The base of all addresses: the root of the repository, or the folder that the command ran in.</summary>
    public const string Root = "SRCROOT";

    /// <summary>The fingerprint by which a baseline knows a finding.</summary>
    public const string SentenceFingerprint = "copylintSentence/v1";

    /// <summary>GitHub's fingerprint of the line.</summary>
    public const string LineFingerprint = "primaryLocationLineHash";

    /// <summary>The property of an invocation with what the run had to say of itself.</summary>
    public const string Notifications = "toolExecutionNotifications";

    /// <summary>The property of a run that carries what its files add to the judgement over all files.</summary>
    public const string FactsProperty = "copylint/lines/v1";

    /// <summary>The level of a severity.</summary>
    public static string Level(Severity severity) =>
        severity switch
        {
            Severity.Error => "error",
            Severity.Warning => "warning",
            Severity.Suggestion => "note",
            _ => "none",
        };

    /// <summary>The severity of a level; of one that is not known, off.</summary>
    public static Severity SeverityOf(string? level) =>
        SeverityNames.Reported.FirstOrDefault(s => Level(s) == level, Severity.Off);

    /// <summary>Message text with what SARIF would take for a placeholder or a link escaped (sections 3.11.5 and
    /// 3.11.6).</summary>
    public static string EscapeMessage(string text)
    {
        if (text.AsSpan().IndexOfAny("{}[]\\") < 0)
            return text;
        var result = new StringBuilder(text.Length + 8);
        foreach (var c in text)
        {
            if (c is '{' or '}')
                result.Append(c);
            else if (c is '[' or ']' or '\\')
                result.Append('\\');
            result.Append(c);
        }

        return result.ToString();
    }

    /// <summary>A path as a relative, percent-encoded URI reference.</summary>
    public static string Encode(string path)
    {
        // What RFC 3986 allows in a segment of a path stays as it is; a colon, which could look like a scheme, does
        // not.
        const string Allowed = "-._~!$&'()*+,;=@";
        var encoded = new StringBuilder(path.Length + 8);
        foreach (var rune in path.EnumerateRunes())
        {
            if (rune.IsAscii && (Rune.IsLetterOrDigit(rune) || rune.Value == '/' || Allowed.Contains((char)rune.Value)))
                encoded.Append((char)rune.Value);
            else
                encoded.Append(Uri.EscapeDataString(rune.ToString()));
        }

        return encoded.ToString();
    }

    /// <summary>The path of a relative, percent-encoded URI reference.</summary>
    public static string Decode(string uri) => Uri.UnescapeDataString(uri);

    /// <summary>A rule's name as SARIF wants it: without hyphens, each word with a capital.</summary>
    public static string PascalCase(string name) =>
        string.Concat(name.Split('-').Select(p => char.ToUpperInvariant(p[0]) + p[1..]));
}
