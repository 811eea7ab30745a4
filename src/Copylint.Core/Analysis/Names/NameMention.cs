namespace Copylint.Analysis.Names;

/// <summary>A place where one part of a name stands: "Kuleba" in "Minister Dmytro Kuleba".</summary>
/// <param name="Tokens">Its tokens: one, or those of a compound with hyphens.</param>
/// <param name="Form">Index of its form in <see cref="NameTable.Forms"/>.</param>
/// <param name="Run">Index of its run in <see cref="NameTable.Runs"/>.</param>
/// <param name="Before">Index of the form before it in the run, initials and particles apart, or -1.</param>
/// <param name="After">Index of the form after it in the run, or -1.</param>
/// <param name="Traits">What more is known of the place.</param>
public readonly record struct NameMention(
    TokenRange Tokens,
    int Form,
    int Run,
    int Before,
    int After,
    NameTraits Traits
)
{
    /// <summary>Whether it is the only part of its run.</summary>
    public bool IsBare => Before < 0 && After < 0 && !Is(NameTraits.Initialled);

    /// <summary>Whether the place has a trait.</summary>
    public bool Is(NameTraits trait) => (Traits & trait) != 0;
}
