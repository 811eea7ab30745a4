namespace Copylint.Diagnostics;

/// <summary>Thrown when what was asked for cannot be done.</summary>
/// <param name="message">Why, for the user, as it is shown.</param>
public class UsageException(string message) : Exception(message);
