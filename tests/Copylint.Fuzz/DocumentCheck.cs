using System.Text;
using Copylint.Catalog;
using Copylint.Configuration;
using Copylint.Linting;
using Copylint.Linting.Fixes;
using Copylint.Rules;
using Copylint.Text;
using Copylint.Yaml;

namespace Copylint.Fuzz;

/// <summary>What must hold of every document, whatever stands in it.</summary>
internal sealed class DocumentCheck
{
    // The rules of the engine alone, so that a card is read in no time.
    private readonly byte[] _engine = RuleCatalogBuilder.Compile(Seeds.EngineCards());

    private readonly FileLinter _files = new(
        new Linter(new RuleCatalogBuilder().AddBuiltInRules().Build(), new LintSettings()),
        withFingerprints: true,
        withFacts: true
    );

    /// <summary>No exception; every place lies in the file and between whole characters.</summary>
    public BrokenInput? Exceptions(FuzzedDocument document) => Fenced(document, () =>
        {
            var report = _files.Lint(document.Name, document.Bytes);
            return Defect(report) ?? Misplaced(report, SourceText.FromBytes(document.Bytes));
        });

    /// <summary>Fixing twice is fixing once, and a fix adds no control character.</summary>
    public BrokenInput? Fixes(FuzzedDocument document) => Fenced(document, () =>
        {
            var once = FixApplier.Fix(_files, document.Name, document.Bytes, includeUnsafe: false);
            if (once.Applied == 0)
                return null;
            var twice = FixApplier.Fix(_files, document.Name, once.Bytes, includeUnsafe: false);
            if (!twice.Bytes.AsSpan().SequenceEqual(once.Bytes))
                return $"a second run fixes {twice.Applied} more";
            return Controls(once.Bytes) > Controls(document.Bytes) ? "a fix adds control characters" : null;
        });

    /// <summary>The same findings in UTF-16, and with CR LF.</summary>
    public BrokenInput? Encodings(FuzzedDocument document) => Fenced(document, () =>
        {
            var text = Encoding.UTF8.GetString(document.Bytes).Replace("\r", "").TrimStart('\uFEFF');
            // Bytes of no text, or of a guess, are told and not compared.
            if (text.Contains('\uFFFD') || text.Contains('\0'))
                return null;
            var expected = Findings(document.Name, Encoding.UTF8.GetBytes(text));
            byte[] utf16 = [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(text)];
            return Difference("UTF-16", expected, Findings(document.Name, utf16))
                ?? Difference(
                    "CR LF",
                    expected,
                    Findings(document.Name, Encoding.UTF8.GetBytes(text.Replace("\n", "\r\n")))
                );
        });

    /// <summary>The same findings when several threads lint at once.</summary>
    public BrokenInput? Threads(IReadOnlyList<FuzzedDocument> documents)
    {
        var alone = documents.Select(d => Findings(d.Name, d.Bytes)).ToList();
        var together = new List<string>?[documents.Count];
        Parallel.For(0, documents.Count, i => together[i] = Findings(documents[i].Name, documents[i].Bytes));
        for (var i = 0; i < documents.Count; i++)
        {
            if (Difference("two threads", alone[i], together[i]) is { } problem)
                return new BrokenInput(documents[i].Name, documents[i].Bytes, problem);
        }

        return null;
    }

    /// <summary>A card or a word list alone, and a document linted with it.</summary>
    public BrokenInput? Card(byte[] bytes, FuzzedDocument document)
    {
        var card = new FuzzedDocument("card.yml", bytes);
        return Fenced(card, () =>
        {
            try
            {
                var catalog = new RuleCatalogBuilder()
                    .AddCompiled(_engine, [], _ => throw new NotSupportedException())
                    .Add([("house/" + card.Name, Encoding.UTF8.GetString(bytes))], pack: "house")
                    .Build();
                var files = new FileLinter(new Linter(catalog, new LintSettings()), withFingerprints: false);
                return Defect(files.Lint(document.Name, document.Bytes));
            }
            catch (ConfigurationException)
            {
                return null;
            }
        });
    }

    /// <summary>The first defect that a report tells of, or null.</summary>
    internal static string? Defect(FileReport report) =>
        report
            .Diagnostics.FirstOrDefault(d =>
                d.Rule.Id == "CL0002" || (d.Rule.Id == "CL0001" && d.Message.Contains("please report"))
            )
            ?.Message;

    private static BrokenInput? Fenced(FuzzedDocument document, Func<string?> check)
    {
        try
        {
            return check() is { } problem ? new BrokenInput(document.Name, document.Bytes, problem) : null;
        }
#pragma warning disable CA1031 // That anything is thrown is what is looked for.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return new BrokenInput(document.Name, document.Bytes, exception.ToString());
        }
    }

    private static string? Misplaced(FileReport report, SourceText source)
    {
        foreach (var diagnostic in report.Diagnostics.Concat(report.Suppressed))
        {
            var ranges = diagnostic
                .Related.Select(r => r.Range)
                .Concat(diagnostic.Fixes.SelectMany(f => f.Edits).Select(e => e.Range))
                .Append(diagnostic.Range);
            foreach (var range in ranges)
            {
                if (range.Start.CompareTo(range.End) > 0 || !Stands(range.Start, source) || !Stands(range.End, source))
                    return $"{diagnostic.Rule.Id} stands at {range}, which is no place of the file";
            }
        }

        return null;
    }

    private static bool Stands(LinePosition position, SourceText source)
    {
        if (position.Line < 1 || position.Line > source.Lines.Count || position.Column < 1)
            return false;
        var offset = source.Lines.GetStart(position.Line) + position.Column - 1;
        if (offset > source.Text.Length)
            return false;
        var splitsPair =
            offset > 0
            && offset < source.Text.Length
            && char.IsHighSurrogate(source.Text[offset - 1])
            && char.IsLowSurrogate(source.Text[offset]);
        return !splitsPair;
    }

    // Null when the machine was too busy to look at all of it.
    private List<string>? Findings(string name, byte[] bytes) =>
        _files.Lint(name, bytes) is { IsIncomplete: false } report
            ?
            [
                .. report
                    .Diagnostics.Where(d => d.Rule.Id != "CL0006")
                    .Select(d => $"{d.Rule.Id} {d.Range.Start.Line}:{d.Range.Start.Column}"),
            ]
            : null;

    private static string? Difference(string what, List<string>? expected, List<string>? actual) =>
        expected is null || actual is null || expected.SequenceEqual(actual)
            ? null
            : $"with {what} other findings: {string.Join(", ", expected.Except(actual).Take(3))} against {string.Join(", ", actual.Except(expected).Take(3))}";

    private static int Controls(byte[] bytes) => bytes.Count(b => b < 32 && b is not ((byte)'\n' or (byte)'\r' or 9));
}
