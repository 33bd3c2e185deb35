package io.sallyport.local.aws.sagemaker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** Carries inputs from S3 into a container's folders and outputs back, as the execution role. */
final class Transfer {

  private final RoleStore store;
  private final String roleArn;

  Transfer(RoleStore store, String roleArn) {
    this.store = store;
    this.roleArn = roleArn;
  }

  /** All objects whose key begins with the prefix: also those of a sibling that begins so. */
  void download(String uri, Path folder) throws JobFailure {
    S3Uri prefix = S3Uri.of(uri);
    try {
      List<String> keys = store.keys(roleArn, prefix.bucket(), prefix.key());
      if (keys.isEmpty()) throw new JobFailure(nothingFound(uri));
      for (String key : keys) {
        if (key.endsWith("/")) continue;
        Path target = Tarball.inside(folder, prefix.relative(key));
        Files.createDirectories(target.getParent());
        Files.write(target, store.read(roleArn, prefix.bucket(), key));
      }
    } catch (RuntimeException | IOException refused) {
      throw new JobFailure(
          "ClientError: Data download failed: " + words(refused) + " (" + uri + ")");
    }
  }

  byte[] read(String uri) throws JobFailure {
    S3Uri place = S3Uri.of(uri);
    try {
      return store.read(roleArn, place.bucket(), place.key());
    } catch (RuntimeException refused) {
      throw new JobFailure(
          "ClientError: Data download failed: " + words(refused) + " (" + uri + ")");
    }
  }

  List<String> keys(String uri) throws JobFailure {
    S3Uri prefix = S3Uri.of(uri);
    try {
      List<String> keys = store.keys(roleArn, prefix.bucket(), prefix.key());
      if (keys.isEmpty()) throw new JobFailure(nothingFound(uri));
      return keys;
    } catch (RuntimeException refused) {
      throw new JobFailure(
          "ClientError: Data download failed: " + words(refused) + " (" + uri + ")");
    }
  }

  private String nothingFound(String uri) {
    return ("ClientError: No S3 objects found under S3 URL \"%s\" given in input data source. Please"
            + " ensure that the bucket exists in the selected region, that objects exist under that"
            + " S3 prefix, and that the role \"%s\" has \"s3:ListBucket\" permissions on bucket"
            + " \"%s\".")
        .formatted(uri, roleArn, S3Uri.of(uri).bucket());
  }

  void uploadFolder(Path folder, String uri, Optional<String> kmsKeyId) throws JobFailure {
    try {
      for (Path file : Tarball.regularFiles(folder)) {
        String path = folder.relativize(file).toString();
        upload(Files.readAllBytes(file), S3Uri.of(uri).under(path), kmsKeyId);
      }
    } catch (IOException unreadable) {
      throw new JobFailure("InternalServerError: reading outputs: " + unreadable.getMessage());
    }
  }

  void upload(byte[] content, S3Uri place, Optional<String> kmsKeyId) throws JobFailure {
    try {
      store.write(place, content, roleArn, kmsKeyId);
    } catch (RuntimeException refused) {
      throw new JobFailure(
          "ClientError: Data upload failed: " + words(refused) + " (" + place + ")");
    }
  }

  /** S3's code and words, without the SDK's own. */
  private static String words(Exception refused) {
    if (refused instanceof AwsServiceException service) {
      return service.awsErrorDetails().errorCode()
          + ": "
          + service.awsErrorDetails().errorMessage();
    }
    return String.valueOf(refused.getMessage());
  }
}
