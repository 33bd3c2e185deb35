package io.sallyport.rules.boundary;

import java.util.List;
import java.util.Optional;

/**
 * What AWS said, at one moment, about the things that a submission names (S01, S02, S04, S06):
 * read, not believed, and judged by rules. What could not be read stands in {@code unread}: silence
 * is never taken for an answer. Each thing carries the JSON pointer of the place that names it.
 *
 * @param headers of the tables whose header was met; of others nothing is said
 * @param key empty if it could not be read
 * @param endpoints VPC endpoints of the subnets' VPCs
 * @param reaches what IAM's simulation says that the submitted roles could do and must not
 */
public record LiveFacts(
    List<Bucket> buckets,
    List<StoredVersion> versions,
    List<Header> headers,
    Optional<Key> key,
    List<Image> images,
    List<Subnet> subnets,
    List<Group> groups,
    List<VpcEndpoint> endpoints,
    List<Reach> reaches,
    List<Unread> unread) {

  public LiveFacts {
    buckets = List.copyOf(buckets);
    versions = List.copyOf(versions);
    headers = List.copyOf(headers);
    images = List.copyOf(images);
    subnets = List.copyOf(subnets);
    groups = List.copyOf(groups);
    endpoints = List.copyOf(endpoints);
    reaches = List.copyOf(reaches);
    unread = List.copyOf(unread);
  }

  /**
   * A bucket; texts are empty where S3 has nothing to say.
   *
   * @param account empty if another account owns it
   */
  public record Bucket(
      String pointer,
      String name,
      boolean found,
      String region,
      String account,
      String versioning,
      String encryption) {}

  /**
   * One version of one object.
   *
   * @param sizeBytes 0 if it is not there
   * @param sizeBytesMax what the product copies at most
   */
  public record StoredVersion(
      String pointer,
      String uri,
      String versionId,
      boolean found,
      String encryption,
      long sizeBytes,
      long sizeBytesMax) {}

  /**
   * The header of a table, read from its first bytes as the processing job reads it.
   *
   * @param columns none if the table could not be read
   * @param unreadable what the bytes are instead of a table, and what is wanted
   */
  public record Header(String pointer, List<String> columns, Optional<Unreadable> unreadable) {

    public Header {
      columns = List.copyOf(columns);
    }

    /** As the processing job would put it. */
    public record Unreadable(String found, String wanted) {}
  }

  /**
   * A key of KMS.
   *
   * @param manager {@code CUSTOMER} or {@code AWS}
   * @param policy the key policy as JSON
   */
  public record Key(
      String pointer,
      String name,
      String account,
      String spec,
      String state,
      String manager,
      boolean rotating,
      String policy) {}

  /**
   * An image in the registry. Whether signature and report hold is for Gate 2; here they must
   * exist.
   *
   * @param digest computed from the manifest's bytes; empty if there is none
   */
  public record Image(
      String pointer, String reference, String digest, boolean signed, boolean scanned) {}

  /**
   * A subnet.
   *
   * @param routesTo targets of its routes: {@code local}, {@code vpce-…}, {@code igw-…}
   */
  public record Subnet(
      String pointer,
      String id,
      boolean found,
      String vpc,
      String account,
      boolean publicAddresses,
      List<String> routesTo) {}

  /** A security group. */
  public record Group(String pointer, String id, boolean found, String vpc, String account) {}

  /**
   * A VPC endpoint.
   *
   * @param service {@code com.amazonaws.us-gov-west-1.s3}
   * @param policy as JSON
   */
  public record VpcEndpoint(String vpc, String service, String state, String policy) {}

  /** Whether a role may do something to a resource that is closed to it. */
  public record Reach(
      String pointer, String role, String action, String resource, boolean allowed) {}

  /** Something that AWS did not tell. */
  public record Unread(String pointer, String what, String why) {}
}
