using Copylint.Diagnostics;

namespace MarkingPack;

/// <summary>HS0003: writes a file as soon as it is made, and finds nothing.</summary>
public sealed class Marking : Analyzer
{
    /// <summary>The environment variable that names the file.</summary>
    public const string Variable = "COPYLINT_MARK";

    /// <summary>Leaves the mark.</summary>
    public Marking()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { } file)
            File.WriteAllText(file, "ran");
    }

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context) { }
}
