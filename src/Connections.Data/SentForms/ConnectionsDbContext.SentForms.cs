using Connections.Data.SentForms;
using Microsoft.EntityFrameworkCore;

namespace Connections.Data;

public abstract partial class ConnectionsDbContext
{
    private SentForm? taking;

    public DbSet<SentForm> SentForms => Set<SentForm>();

    /// <summary>Whether the form given to <see cref="Take"/> was stored.</summary>
    public bool HasTaken { get; private set; }

    /// <summary>Stores with the next save that this form was taken. Where it was taken before, that save fails as a whole.</summary>
    public void Take(SentForm form) => taking = form;

    // Whoever clears the change tracker to try a save again takes the form with them; so it is added anew for each save.
    private void AddTaken()
    {
        if (taking is not null && Entry(taking).State is EntityState.Detached)
        {
            SentForms.Add(taking);
        }
    }

    private int Taken(int saved)
    {
        HasTaken |= taking is not null;
        taking = null;
        return saved;
    }
}
