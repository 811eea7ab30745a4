using System.Runtime.InteropServices;

namespace Copylint.Storage;

/// <summary>The numbers under which a Unix process has files open.</summary>
internal static partial class Descriptors
{
    // FD_CLOEXEC of fcntl.h, the same on all Unixes.
    private const int ClosesOnExecution = 1;

    /// <summary>Whether a file is open under a number.</summary>
    /// <param name="number">0 or more.</param>
    public static bool IsOpen(int number) => FlagsOf(number) >= 0;

    /// <summary>
    /// Whether whoever started the process opened it. What another program hands over survives the start; what this
    /// process has opened itself, as its runtime does before anything else, is marked to be closed at the next one.
    /// </summary>
    /// <param name="number">0 or more.</param>
    public static bool IsInherited(int number) =>
        FlagsOf(number) is >= 0 and var flags && (flags & ClosesOnExecution) == 0;

    [LibraryImport("libSystem.Native", EntryPoint = "SystemNative_FcntlGetFD")]
    private static partial int FlagsOf(nint descriptor);
}
