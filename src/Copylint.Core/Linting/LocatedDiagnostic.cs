using Copylint.Diagnostics;
using Copylint.Linting.Corpus;
using Copylint.Linting.Suppressions;
using Copylint.Text;

namespace Copylint.Linting;

/// <summary>A related place by line and column.</summary>
/// <param name="Range">The range in the file.</param>
/// <param name="Message">What it shows.</param>
public sealed record LocatedPlace(LineSpan Range, string Message);

/// <summary>An edit by line and column.</summary>
/// <param name="Range">The range in the file to replace.</param>
/// <param name="NewText">What to write.</param>
public sealed record LocatedEdit(LineSpan Range, string NewText);

/// <summary>A fix by line and column.</summary>
/// <param name="Title">What it does.</param>
/// <param name="IsSafe">Whether it can be applied without a look.</param>
/// <param name="Edits">The edits.</param>
public sealed record LocatedFix(string Title, bool IsSafe, IReadOnlyList<LocatedEdit> Edits)
{
    /// <summary>Why somebody has to look although the rule calls the fix safe; or null.</summary>
    public string? Caution { get; init; }

    /// <summary>The fix of a finding that passed the gate.</summary>
    internal static LocatedFix Of(Fix fix, SourceText source) =>
        new(fix.Title, fix.IsSafe, [.. fix.Edits.Select(e => new LocatedEdit(source.GetLineSpan(e.Span), e.NewText))])
        {
            Caution = fix.Caution,
        };
}

/// <summary>A finding with all that a report needs, so that the file's text can be let go.</summary>
public sealed record LocatedDiagnostic
{
    /// <summary>The file, as reports name it.</summary>
    public required string Path { get; init; }

    /// <summary>The rule.</summary>
    public required RuleDescriptor Rule { get; init; }

    /// <summary>The severity after configuration.</summary>
    public required Severity Severity { get; init; }

    /// <summary>The message.</summary>
    public required string Message { get; init; }

    /// <summary>The range in the file.</summary>
    public required LineSpan Range { get; init; }

    /// <summary>The text of the range; empty where it is longer than 4,000 characters.</summary>
    public required string Snippet { get; init; }

    /// <summary>The first line of the range without its line break; of a long line, the part around the
    /// range.</summary>
    public required string Line { get; init; }

    /// <summary>One-based column at which <see cref="Line"/> begins.</summary>
    public int LineColumn { get; init; } = 1;

    /// <summary>Places that explain it.</summary>
    public IReadOnlyList<LocatedPlace> Related { get; init; } = [];

    /// <summary>Ways to mend it.</summary>
    public IReadOnlyList<LocatedFix> Fixes { get; init; } = [];

    /// <summary>The rule that a finding of the engine is about, or null.</summary>
    public RuleDescriptor? About { get; init; }

    /// <summary>Why it does not count, or null when it does.</summary>
    public SuppressionReason? Suppression { get; init; }

    /// <summary>Whether a baseline knows it.</summary>
    public bool IsKnown { get; init; }

    /// <summary>GitHub's hash of the line, or null when fingerprints were not asked for.</summary>
    public string? LineHash { get; init; }

    /// <summary>The hash of rule, sentence and text by which a baseline knows the finding, or null when fingerprints
    /// were not asked for.</summary>
    public string? SentenceHash { get; init; }
}

/// <summary>What a run learned of one file.</summary>
/// <param name="Path">The file, as reports name it.</param>
/// <param name="Diagnostics">The findings in order of place.</param>
/// <param name="Artifact">The file's length and hash, or null when it could not be read.</param>
public sealed record FileReport(string Path, IReadOnlyList<LocatedDiagnostic> Diagnostics, FileArtifact? Artifact)
{
    /// <summary>What the file adds to the judgement over all files, or null when it could not be read.</summary>
    public FileFacts? Facts { get; init; }

    /// <summary>The findings that the editors let stand, in order of place.</summary>
    public IReadOnlyList<LocatedDiagnostic> Suppressed { get; init; } = [];

    /// <summary>The findings that a baseline knows, in order of place.</summary>
    public IReadOnlyList<LocatedDiagnostic> Known { get; init; } = [];

    /// <summary>What is over the limit of findings, by rule.</summary>
    public IReadOnlyList<LeftOutFindings> LeftOut { get; init; } = [];

    /// <summary>Whether rules did not see all of the file, because time ran out or a reader failed: what is not found
    /// is not gone.</summary>
    public bool IsIncomplete { get; init; }

    /// <summary>Whether the report adds to an earlier one of the same file.</summary>
    public bool IsContinuation { get; init; }
}

/// <summary>The bytes of a file.</summary>
/// <param name="Length">Length in bytes.</param>
/// <param name="Encoding">The encoding that it was read in.</param>
/// <param name="Sha256">The SHA-256 of its bytes in lower-case hexadecimal, or null when fingerprints were not asked
/// for.</param>
public sealed record FileArtifact(long Length, SourceEncoding Encoding, string? Sha256);
