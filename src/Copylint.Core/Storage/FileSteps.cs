namespace Copylint.Storage;

/// <summary>The steps in which a file comes into its place.</summary>
internal enum FileStep
{
    /// <summary>Before its temporary file is made.</summary>
    Create,

    /// <summary>Before some of it is written.</summary>
    Write,

    /// <summary>Before what was written is handed to the system.</summary>
    Flush,

    /// <summary>When it is complete, before what stands in its place is looked at once more.</summary>
    Compare,

    /// <summary>Before it is moved into its place.</summary>
    Move,

    /// <summary>When it stands there.</summary>
    Done,
}

/// <summary>Tells who wants to know which step is about to be taken, so that each can be made to fail.</summary>
internal static class FileSteps
{
    /// <summary>Called before each step, with the place of the file; what it throws is taken for the step's own
    /// failure.</summary>
    public static event Action<FileStep, string>? Reached;

    /// <summary>A step is about to be taken.</summary>
    public static void Reach(FileStep step, string path) => Reached?.Invoke(step, path);
}
