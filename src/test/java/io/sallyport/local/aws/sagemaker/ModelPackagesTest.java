package io.sallyport.local.aws.sagemaker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sagemaker.SageMakerClient;
import software.amazon.awssdk.services.sagemaker.model.DescribeModelPackageResponse;
import software.amazon.awssdk.services.sagemaker.model.ModelApprovalStatus;
import software.amazon.awssdk.services.sagemaker.model.ModelPackageSummary;
import software.amazon.awssdk.services.sagemaker.model.SageMakerException;
import software.amazon.awssdk.services.sagemaker.model.Tag;

class ModelPackagesTest {

  private static final String TOKEN = "0c9a5d3e-5b1f-4a6e-9a50-2d6f2f6a7f11";

  @TempDir Path folder;
  private Workshop workshop;
  private SageMakerClient sageMaker;

  @BeforeEach
  void open() {
    workshop = new Workshop(folder);
    sageMaker = workshop.sageMaker();
    sageMaker.createModelPackageGroup(
        group ->
            group
                .modelPackageGroupName("land-cover")
                .tags(Tag.builder().key("program").value("sentinel").build()));
  }

  @AfterEach
  void close() {
    workshop.close();
  }

  private String register(String token, String digest) {
    return sageMaker
        .createModelPackage(
            made ->
                made.modelPackageGroupName("land-cover")
                    .modelApprovalStatus(ModelApprovalStatus.PENDING_MANUAL_APPROVAL)
                    .customerMetadataProperties(Map.of("digest", digest))
                    .clientToken(token))
        .modelPackageArn();
  }

  @Test
  void one_token_registers_one_package_which_is_approved_later() {
    String arn = register(TOKEN, "sha256:1");

    assertThat(register(TOKEN, "sha256:1")).isEqualTo(arn).endsWith("model-package/land-cover/1");
    sageMaker.updateModelPackage(
        change ->
            change
                .modelPackageArn(arn)
                .modelApprovalStatus(ModelApprovalStatus.APPROVED)
                .customerMetadataProperties(Map.of("gate", "3")));
    DescribeModelPackageResponse found =
        sageMaker.describeModelPackage(get -> get.modelPackageName(arn));
    assertThat(found.modelApprovalStatus()).isEqualTo(ModelApprovalStatus.APPROVED);
    assertThat(found.customerMetadataProperties())
        .isEqualTo(Map.of("digest", "sha256:1", "gate", "3"));
    assertThat(
            sageMaker
                .listModelPackages(list -> list.modelPackageGroupName("land-cover"))
                .modelPackageSummaryList())
        .extracting(ModelPackageSummary::modelPackageArn)
        .containsExactly(arn);
  }

  @Test
  void the_limits_of_metadata_and_the_words_of_refusals_are_aws_own() {
    assertThatThrownBy(() -> register(TOKEN, "x".repeat(257)))
        .isInstanceOf(SageMakerException.class)
        .hasMessageContaining("customerMetadataProperties");
    assertThatThrownBy(
            () -> sageMaker.createModelPackageGroup(g -> g.modelPackageGroupName("land-cover")))
        .isInstanceOf(SageMakerException.class)
        .hasMessageContaining("Model Package Group already exists: ");
    register(TOKEN, "sha256:1");
    assertThatThrownBy(() -> register(TOKEN, "sha256:2"))
        .isInstanceOf(SageMakerException.class)
        .hasMessageContaining("ClientToken was used with another request");
  }

  @Test
  void tags_and_packages_outlive_a_restart() {
    String arn = register(TOKEN, "sha256:1");
    String group =
        sageMaker
            .describeModelPackageGroup(get -> get.modelPackageGroupName("land-cover"))
            .modelPackageGroupArn();
    workshop.restart();
    sageMaker = workshop.sageMaker();

    assertThat(register(TOKEN, "sha256:1")).isEqualTo(arn);
    assertThat(sageMaker.listTags(list -> list.resourceArn(group)).tags())
        .containsExactly(Tag.builder().key("program").value("sentinel").build());
  }
}
