namespace Copylint.Diagnostics;

/// <summary>
/// A rule in C#. It registers its actions once on an <see cref="AnalysisContext"/> and keeps no state between them: one instance serves all threads.
/// </summary>
public abstract class Analyzer
{
    /// <summary>Registers what the rule wants to see. Called once for each run, before any file.</summary>
    public abstract void Initialize(AnalysisContext context);
}
