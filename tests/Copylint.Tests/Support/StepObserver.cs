using Copylint.Storage;

namespace Copylint.Tests.Support;

/// <summary>Hears of each step in which a file below a folder is written. Other tests run at the same time: only what
/// lies in the folder counts.</summary>
internal sealed class StepObserver : IDisposable
{
    private readonly Action<FileStep, string> _handler;

    public StepObserver(string folder, Action<FileStep, string> reached)
    {
        _handler = (step, path) =>
        {
            if (path.StartsWith(folder, StringComparison.Ordinal))
                reached(step, path);
        };
        FileSteps.Reached += _handler;
    }

    public void Dispose() => FileSteps.Reached -= _handler;
}
