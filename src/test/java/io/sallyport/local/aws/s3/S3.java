package io.sallyport.local.aws.s3;

import io.sallyport.local.aws.Environment;
import io.sallyport.local.aws.Operation;
import io.sallyport.local.aws.Service;
import io.sallyport.local.aws.kms.Keyring;
import io.sallyport.local.aws.protocol.Protocol;
import io.sallyport.local.aws.protocol.Request;
import io.sallyport.local.aws.protocol.RestXml;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** S3: buckets, objects, versions, locks, uploads in parts. */
public final class S3 implements Service {

  private static final Pattern VIRTUAL_HOST =
      Pattern.compile("(.+)\\.(?:localhost|s3[.-].*amazonaws\\.com)(?::[0-9]+)?");

  private final Protocol protocol = new RestXml();
  private final BucketOperations bucketOperations;
  private final ObjectOperations objectOperations;

  public S3(Environment environment, Keyring keyring) {
    Blobs blobs = new Blobs(environment);
    Store store = new Store(environment, blobs);
    Encryption encryption = new Encryption(keyring);
    Objects objects = new Objects(store, blobs, encryption, environment);
    Multipart multipart = new Multipart(store, blobs, encryption, environment);
    this.bucketOperations =
        new BucketOperations(new Buckets(store, environment), new Listing(store));
    this.objectOperations =
        new ObjectOperations(
            objects,
            new Reading(store, objects, blobs, encryption),
            multipart,
            new Completion(store, blobs, encryption, multipart),
            new Retention(store, objects, environment));
  }

  @Override
  public String name() {
    return "s3";
  }

  @Override
  public Protocol protocol() {
    return protocol;
  }

  @Override
  public List<Operation<?>> operations() {
    return Stream.concat(bucketOperations.all().stream(), objectOperations.all().stream()).toList();
  }

  /** {@code bucket.host/key} is {@code host/bucket/key}. */
  @Override
  public Request arrange(Request request) {
    Matcher host = VIRTUAL_HOST.matcher(request.header("host").orElse(""));
    return host.matches() ? request.at("/" + host.group(1) + request.rawPath()) : request;
  }
}
