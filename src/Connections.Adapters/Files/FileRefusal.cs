namespace Connections.Adapters.Files;

public enum FileRefusal
{
    Empty,

    /// <summary>None of the kinds we know, or damaged, or with macros.</summary>
    UnknownKind,

    /// <summary>A kind we know, but not one that is wanted here.</summary>
    KindNotAllowed,

    /// <summary>Its name or the browser calls it something other than it is.</summary>
    NotWhatItSays,
}
