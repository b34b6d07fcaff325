namespace Connections.Testing.Databases;

public enum DatabaseKind
{
    Sqlite,
    PostgreSql,
}
