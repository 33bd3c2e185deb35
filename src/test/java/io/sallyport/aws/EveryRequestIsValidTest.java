package io.sallyport.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sallyport.local.OutsideTools;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.ecr.model.ListImageReferrersRequest;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.UploadPartCopyRequest;
import software.amazon.awssdk.services.sagemaker.model.CreateModelPackageRequest;
import software.amazon.awssdk.services.sagemaker.model.CreateTrainingJobRequest;
import software.amazon.awssdk.services.sagemaker.model.TrainingInputMode;

/** L5: the check of requests can fail, and says what is wrong in AWS's own terms. */
class EveryRequestIsValidTest {

  private final EveryRequestIsValid check = new EveryRequestIsValid();

  @Test
  void L5_a_right_request_passes_and_is_counted() {
    check.check("SageMaker", "CreateTrainingJob", training().build());

    assertThat(check.validated()).containsExactly(Map.entry("SageMaker CreateTrainingJob", 1));
    assertThat(check.problems()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "bad name|TrainingJobName is bad name; the limit is pattern",
        "ends-with-|TrainingJobName is ends-with-; the limit is pattern",
      })
  void L5_a_bad_name_fails_even_where_only_its_end_is_wrong(String name, String said) {
    CreateTrainingJobRequest bad = training().trainingJobName(name).build();

    assertThatThrownBy(() -> check.check("SageMaker", "CreateTrainingJob", bad))
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith("SageMaker CreateTrainingJob: " + said);
  }

  @Test
  void L5_a_bad_role_arn_fails() {
    CreateTrainingJobRequest bad = training().roleArn("arn:aws-us-gov:iam::12:role/x").build();

    assertThatThrownBy(() -> check.check("SageMaker", "CreateTrainingJob", bad))
        .hasMessageStartingWith(
            "SageMaker CreateTrainingJob: RoleArn is arn:aws-us-gov:iam::12:role/x;"
                + " the limit is pattern");
  }

  @Test
  void L5_a_value_outside_its_enumeration_fails() {
    CreateTrainingJobRequest bad =
        training().resourceConfig(machine -> machine.instanceType("ml.abacus")).build();

    assertThatThrownBy(() -> check.check("SageMaker", "CreateTrainingJob", bad))
        .hasMessageContaining(
            "ResourceConfig.InstanceType is ml.abacus; the limit is one of the enumeration");
  }

  @Test
  void L5_a_missing_member_fails() {
    CreateTrainingJobRequest bad = CreateTrainingJobRequest.builder().trainingJobName("x").build();

    assertThatThrownBy(() -> check.check("SageMaker", "CreateTrainingJob", bad))
        .hasMessageContaining("RoleArn is missing; the limit is required")
        .hasMessageContaining("StoppingCondition is missing; the limit is required");
  }

  @Test
  void L5_a_number_out_of_range_fails() {
    CreateTrainingJobRequest bad =
        training().stoppingCondition(stop -> stop.maxRuntimeInSeconds(0)).build();

    assertThatThrownBy(() -> check.check("SageMaker", "CreateTrainingJob", bad))
        .hasMessageContaining(
            "StoppingCondition.MaxRuntimeInSeconds is 0; the limit is value from 1");
  }

  @Test
  void L5_metadata_of_300_characters_and_an_empty_token_fail() {
    CreateModelPackageRequest bad =
        CreateModelPackageRequest.builder()
            .modelPackageGroupName("land-cover")
            .clientToken("")
            .customerMetadataProperties(Map.of("digest", "f".repeat(300)))
            .build();

    assertThatThrownBy(() -> check.check("SageMaker", "CreateModelPackage", bad))
        .hasMessageContaining("; the limit is length from 1 to 256")
        .hasMessageContaining("ClientToken is ; the limit is length from 1 to 36");
  }

  @Test
  void L5_an_operation_or_a_service_without_a_model_fails() {
    ListImageReferrersRequest request = ListImageReferrersRequest.builder().build();

    assertThatThrownBy(() -> check.check("Ecr", "ListEverything", request))
        .hasMessage("Ecr ListEverything: the model has no such operation");
    assertThatThrownBy(() -> check.check("Abacus", "Count", request))
        .hasMessage("no model is named here for Abacus");
  }

  @Test
  void L5_an_operation_newer_than_the_models_passes_only_by_the_reviewed_list() {
    check.check("Ecr", "ListImageReferrers", ListImageReferrersRequest.builder().build());

    assertThat(check.problems()).isEmpty();
  }

  @Test
  void L5_requests_to_s3_are_held_to_botocores_model() {
    OutsideTools.expectThem();
    PutObjectRequest right = PutObjectRequest.builder().bucket("b").key("k").build();
    PutObjectRequest bad = right.toBuilder().bucket(null).storageClass("ATTIC").build();

    check.check("S3", "PutObject", right);
    assertThatThrownBy(() -> check.check("S3", "PutObject", bad))
        .hasMessageContaining("S3 PutObject: StorageClass is ATTIC; the limit is one of")
        .hasMessageContaining("S3 PutObject: Bucket is missing; the limit is required");
  }

  @Test
  void L5_a_member_that_the_sdk_calls_otherwise_is_known_by_its_place_on_the_wire() {
    OutsideTools.expectThem();
    UploadPartCopyRequest copy =
        UploadPartCopyRequest.builder()
            .destinationBucket("b")
            .destinationKey("k")
            .copySource("a/k")
            .partNumber(1)
            .uploadId("u")
            .build();

    check.check("S3", "UploadPartCopy", copy);

    assertThat(check.problems()).isEmpty();
  }

  private static CreateTrainingJobRequest.Builder training() {
    return CreateTrainingJobRequest.builder()
        .trainingJobName("start-training-job-1-0123456789abcdef")
        .roleArn("arn:aws-us-gov:iam::123456789012:role/sentinel-training")
        .algorithmSpecification(
            algorithm -> algorithm.trainingImage("image").trainingInputMode(TrainingInputMode.FILE))
        .outputDataConfig(output -> output.s3OutputPath("s3://sallyport-artifacts/runs"))
        .resourceConfig(
            machine -> machine.instanceType("ml.m5.large").instanceCount(1).volumeSizeInGB(10))
        .stoppingCondition(stop -> stop.maxRuntimeInSeconds(3600));
  }
}
