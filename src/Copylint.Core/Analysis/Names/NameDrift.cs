namespace Copylint.Analysis.Names;

/// <summary>How two spellings of one name differ.</summary>
public enum NameDriftKind
{
    /// <summary>In their letters.</summary>
    Letters,

    /// <summary>In an accent alone.</summary>
    Accent,
}

/// <summary>A name that the document spells in two ways.</summary>
/// <param name="Kind">How the spellings differ.</param>
/// <param name="Odd">The places of the rarer spelling, one or more, in reading order.</param>
/// <param name="Usual">A place of the usual spelling: the first that shows whose name it is.</param>
/// <param name="UsualText">The usual spelling.</param>
/// <param name="UsualCount">How often it stands.</param>
/// <param name="IsSure">Whether the rarer spelling is the wrong one: no known name, against three places or
/// more.</param>
public sealed record NameDrift(
    NameDriftKind Kind,
    IReadOnlyList<NameMention> Odd,
    NameMention Usual,
    string UsualText,
    int UsualCount,
    bool IsSure
);
