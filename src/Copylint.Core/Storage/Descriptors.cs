using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Copylint.Storage;

/// <summary>The numbers under which a Unix process has files open.</summary>
internal static partial class Descriptors
{
    // FD_CLOEXEC of fcntl.h, the same on all Unixes.
    private const int ClosesOnExecution = 1;

    // EAGAIN of errno.h, on Linux and on the BSDs and macOS.
    private const int AgainLinux = 11;
    private const int AgainBsd = 35;

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

    /// <summary>Has reads of an open file fail where they would wait, as those of <c>/proc/kmsg</c> do at its end. On
    /// files of a disk it has no effect.</summary>
    public static void NeverWait(SafeFileHandle file)
    {
        if (!OperatingSystem.IsWindows())
            _ = SetIsNonBlocking(file, 1);
    }

    /// <summary>Whether a read failed because it would have waited.</summary>
    public static bool WouldWait(IOException exception) =>
        !OperatingSystem.IsWindows() && exception.HResult == (OperatingSystem.IsLinux() ? AgainLinux : AgainBsd);

    [LibraryImport("libSystem.Native", EntryPoint = "SystemNative_FcntlSetIsNonBlocking")]
    private static partial int SetIsNonBlocking(SafeFileHandle file, int isNonBlocking);

    [LibraryImport("libSystem.Native", EntryPoint = "SystemNative_FcntlGetFD")]
    private static partial int FlagsOf(nint descriptor);
}
