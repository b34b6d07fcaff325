namespace Connections.Adapters.Blobs;

public enum BlobStorage
{
    FileSystem,
    Azure,
}
