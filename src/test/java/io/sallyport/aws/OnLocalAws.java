package io.sallyport.aws;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.sallyport.local.aws.LocalAws;
import io.sallyport.local.aws.ecr.Images;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.util.FileSystemUtils;
import org.springframework.util.unit.DataSize;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;

/**
 * The product's clients at an emulator of their own, with every request checked against AWS's
 * models. Close it; closing fails if a request was wrong and nobody said so.
 */
public final class OnLocalAws implements AutoCloseable {

  public static final String QUEUE = "sallyport-events";

  private static final String ROLE = "arn:aws-us-gov:iam::123456789012:role/sallyport-";

  private static final String TRUST =
      """
      {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:AssumeRole",
       "Principal":{"AWS":"arn:aws-us-gov:iam::123456789012:root","Service":"sagemaker.amazonaws.com"}}]}
      """;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path folders;
  private final LocalAws aws = LocalAws.start(LocalAws.Options.inMemory());
  private final EveryRequestIsValid valid = new EveryRequestIsValid();
  private final Settings settings = settings(aws.endpoint(), aws.rootCredentials());
  private final AwsClients clients = new AwsClients(settings, List.of(valid));

  public OnLocalAws() {
    try {
      folders = Files.createTempDirectory("on-local-aws");
    } catch (IOException broken) {
      throw new UncheckedIOException("making a folder", broken);
    }
  }

  public LocalAws aws() {
    return aws;
  }

  public Settings settings() {
    return settings;
  }

  public AwsClients clients() {
    return clients;
  }

  /** An image whose container runs this command line. */
  public ImageUri image(String repository, String... command) {
    try {
      Path folder = Files.createTempDirectory(folders, "image");
      String json = JSON.writeValueAsString(Map.of("command", command, "environment", Map.of()));
      Files.writeString(folder.resolve("image.json"), json);
      return new ImageUri(
          Images.uri(repository, aws.backstage().images().register(repository, folder)));
    } catch (IOException broken) {
      throw new UncheckedIOException("making an image", broken);
    }
  }

  /** A role with this name that may do everything here; gives its ARN. */
  public String role(String name) {
    clients.iam().createRole(role -> role.roleName(name).assumeRolePolicyDocument(TRUST));
    return "arn:aws-us-gov:iam::123456789012:role/" + name;
  }

  @Override
  public void close() {
    aws.close();
    FileSystemUtils.deleteRecursively(folders.toFile());
    if (!valid.problems().isEmpty()) throw new AssertionError(valid.problems());
  }

  private static Settings settings(URI endpoint, AwsBasicCredentials root) {
    return new Settings(
        "us-gov-west-1",
        "123456789012",
        endpoint,
        false,
        root.accessKeyId(),
        root.secretAccessKey(),
        new Settings.Roles(ROLE + "invoking", ROLE + "checking", ROLE + "jobs"),
        new Settings.OwnBuckets("sallyport-artifacts", "sallyport-evidence"),
        new Settings.OwnKeys("alias/sallyport-data", "alias/sallyport-evidence-signing"),
        endpoint + "/123456789012/" + QUEUE,
        "",
        DataSize.ofMegabytes(16),
        new Settings.Timeouts(
            Duration.ofSeconds(2),
            Duration.ofSeconds(5),
            Duration.ofSeconds(15),
            Duration.ofSeconds(10),
            Duration.ofSeconds(1),
            Duration.ofSeconds(5),
            Duration.ofMillis(1)));
  }
}
