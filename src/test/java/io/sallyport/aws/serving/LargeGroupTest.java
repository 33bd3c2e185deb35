package io.sallyport.aws.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sallyport.aws.ImageUri;
import io.sallyport.aws.OnLocalAws;
import io.sallyport.aws.ResourceName;
import io.sallyport.rules.Refused;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sagemaker.SageMakerClient;

/** A group of as many packages as are searched, and of one more. */
class LargeGroupTest {

  private static final ResourceName FIRST = ResourceName.of("instance", "register", 1);
  private static final ResourceName NEXT = ResourceName.of("instance", "register", 2);
  private static final String GROUP = "land-cover";

  private final OnLocalAws local = new OnLocalAws();
  private final SageMakerClient sageMaker = local.clients().sageMaker();
  private final ModelRegistry registry = new ModelRegistry(sageMaker);
  private final ImageUri image = local.image("sentinel/trainer", "sleep", "60");

  @AfterEach
  void close() {
    local.close();
  }

  @Test
  void S06_the_oldest_of_a_thousand_is_found_and_of_more_none_is_registered() {
    registry.createGroupOrAdopt(GROUP, Map.of());
    RegisteredPackage first = registry.registerOrAdopt(FIRST, entry());
    for (int other = 1; other < 1_000; other++) {
      sageMaker.createModelPackage(create -> create.modelPackageGroupName(GROUP));
    }

    assertThat(registry.registerOrAdopt(FIRST, entry())).isEqualTo(first);

    sageMaker.createModelPackage(create -> create.modelPackageGroupName(GROUP));
    assertThatThrownBy(() -> registry.registerOrAdopt(NEXT, entry()))
        .isInstanceOf(Refused.class)
        .hasMessage(
            "aws/packages-are-few: land-cover is a group of more packages;"
                + " the limit is at most 1000");
    assertThat(local.aws().faults().calls("sagemaker", "CreateModelPackage")).isEqualTo(1_001);
  }

  private PackageDefinition entry() {
    return new PackageDefinition(
        GROUP,
        "Land cover 7",
        image,
        "s3://b/model.tar.gz",
        new MetricsReport("s3://b/evaluation.json", "0".repeat(64)),
        "alias/sallyport-data",
        new RegistryMetadata(Map.of("data-set-version", "7")));
  }
}
