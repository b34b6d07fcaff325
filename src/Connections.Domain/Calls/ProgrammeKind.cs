namespace Connections.Domain.Calls;

/// <summary>What a programme gives in the end.</summary>
public enum ProgrammeKind
{
    Grant,
    Appointment,
    Place,
    Recognition,
}
