namespace Copylint.Diagnostics;

/// <summary>
/// A rule in C#. It registers its actions once on an <see cref="AnalysisContext"/> and keeps no state between them: one
/// instance serves all threads of one linter. Each linter
/// makes its own, for the files of its settings; options belong in the closures that are registered, never in a field.
/// </summary>
public abstract class Analyzer
{
    /// <summary>Registers what the rule wants to see. Called once for each instance, before any file.</summary>
    public abstract void Initialize(AnalysisContext context);
}
