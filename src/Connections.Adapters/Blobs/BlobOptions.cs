using System.ComponentModel.DataAnnotations;

namespace Connections.Adapters.Blobs;

/// <summary>Where uploaded files lie. Section <c>Blobs</c>.</summary>
public sealed class BlobOptions : IValidatableObject
{
    public const string Section = "Blobs";

    [EnumDataType(typeof(BlobStorage))]
    public BlobStorage Storage { get; set; } = BlobStorage.FileSystem;

    /// <summary>The folder of the file system store; a relative path starts at the application's content root.</summary>
    [Required]
    public string Folder { get; set; } = "var/blobs";

    /// <summary>
    /// Azure: the container's address. With a shared access signature behind it that is the credential; without, the
    /// application's own identity is used (managed identity, or what <c>DefaultAzureCredential</c> finds).
    /// </summary>
    public Uri? Container { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Storage is not BlobStorage.Azure)
        {
            yield break;
        }

        if (Container is not { IsAbsoluteUri: true })
        {
            yield return new($"{Section}: Container must be the address of a container when Storage is Azure.", [nameof(Container)]);
        }
        else if (Container.Scheme != Uri.UriSchemeHttps && !Container.IsLoopback)
        {
            yield return new($"{Section}: Container must be an https address.", [nameof(Container)]);
        }
    }
}
