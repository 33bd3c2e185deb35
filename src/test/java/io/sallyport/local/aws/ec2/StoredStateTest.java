package io.sallyport.local.aws.ec2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sallyport.local.aws.sagemaker.Workshop;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.applicationautoscaling.ApplicationAutoScalingClient;
import software.amazon.awssdk.services.applicationautoscaling.model.ObjectNotFoundException;
import software.amazon.awssdk.services.applicationautoscaling.model.PolicyType;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalableDimension;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalableTarget;
import software.amazon.awssdk.services.applicationautoscaling.model.ServiceNamespace;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.ComparisonOperator;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.StateValue;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Subnet;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;
import software.amazon.awssdk.services.sagemaker.SageMakerClient;
import software.amazon.awssdk.services.sagemaker.model.SageMakerException;
import software.amazon.awssdk.services.signer.SignerClient;
import software.amazon.awssdk.services.signer.model.ResourceNotFoundException;
import software.amazon.awssdk.services.signer.model.SigningProfileStatus;

/** EC2, CloudWatch, scaling and Signer over HTTP with the real SDK: what is put is what is read. */
class StoredStateTest {

  private static final String DENY =
      "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Deny\",\"Principal\":\"*\",\"Action\":\"*\",\"Resource\":\"*\"}]}";

  @TempDir Path folder;
  private Workshop workshop;

  @BeforeEach
  void open() {
    workshop = new Workshop(folder);
  }

  @AfterEach
  void close() {
    workshop.close();
  }

  @Test
  void the_network_is_read_by_filter_and_an_endpoints_policy_counts() {
    Ec2Client ec2 = workshop.client(Ec2Client.builder());
    workshop
        .aws()
        .backstage()
        .network()
        .subnet(
            Subnet.builder().subnetId("subnet-1").vpcId("vpc-1").cidrBlock("10.0.1.0/24").build());
    workshop
        .aws()
        .backstage()
        .network()
        .endpoint(
            VpcEndpoint.builder()
                .vpcEndpointId("vpce-1")
                .vpcId("vpc-1")
                .serviceName("com.amazonaws.us-gov-west-1.sagemaker.api")
                .build());

    assertThat(
            ec2.describeSubnets(get -> get.filters(f -> f.name("vpc-id").values("vpc-1")))
                .subnets())
        .extracting(Subnet::cidrBlock)
        .containsExactly("10.0.1.0/24");
    assertThat(
            ec2.describeSubnets(get -> get.filters(f -> f.name("vpc-id").values("vpc-2")))
                .subnets())
        .isEmpty();
    SageMakerClient sageMaker = workshop.sageMaker();
    assertThat(sageMaker.listEndpoints().endpoints()).isEmpty();
    ec2.modifyVpcEndpoint(change -> change.vpcEndpointId("vpce-1").policyDocument(DENY));
    assertThat(ec2.describeVpcEndpoints().vpcEndpoints())
        .extracting(VpcEndpoint::policyDocument)
        .containsExactly(DENY);
    assertThatThrownBy(sageMaker::listEndpoints)
        .isInstanceOf(SageMakerException.class)
        .hasMessageContaining("is not authorized to perform: sagemaker:ListEndpoints");
  }

  @Test
  void an_alarm_is_stored_changes_its_state_and_is_deleted() {
    CloudWatchClient cloudWatch = workshop.client(CloudWatchClient.builder());
    cloudWatch.putMetricAlarm(
        alarm ->
            alarm
                .alarmName("errors")
                .namespace("AWS/SageMaker")
                .metricName("Invocation5XXErrors")
                .statistic(Statistic.SUM)
                .period(60)
                .evaluationPeriods(1)
                .threshold(1.0)
                .comparisonOperator(ComparisonOperator.GREATER_THAN_THRESHOLD));
    cloudWatch.setAlarmState(
        state -> state.alarmName("errors").stateValue(StateValue.ALARM).stateReason("test"));
    MetricAlarm alarm =
        cloudWatch.describeAlarms(get -> get.alarmNames("errors")).metricAlarms().get(0);

    assertThat(alarm.stateValue()).isEqualTo(StateValue.ALARM);
    assertThat(alarm.threshold()).isEqualTo(1.0);
    cloudWatch.deleteAlarms(delete -> delete.alarmNames("errors"));
    assertThat(cloudWatch.describeAlarms().metricAlarms()).isEmpty();
  }

  @Test
  void scaling_bounds_and_policy_are_read_back() {
    ApplicationAutoScalingClient scaling = workshop.client(ApplicationAutoScalingClient.builder());
    String variant = "endpoint/sentinel/variant/main";
    assertThatThrownBy(
            () ->
                scaling.putScalingPolicy(
                    put ->
                        put.policyName("p")
                            .serviceNamespace(ServiceNamespace.SAGEMAKER)
                            .resourceId(variant)
                            .scalableDimension(
                                ScalableDimension.SAGEMAKER_VARIANT_DESIRED_INSTANCE_COUNT)
                            .policyType(PolicyType.TARGET_TRACKING_SCALING)))
        .isInstanceOf(ObjectNotFoundException.class);
    scaling.registerScalableTarget(
        target ->
            target
                .serviceNamespace(ServiceNamespace.SAGEMAKER)
                .resourceId(variant)
                .scalableDimension(ScalableDimension.SAGEMAKER_VARIANT_DESIRED_INSTANCE_COUNT)
                .minCapacity(1)
                .maxCapacity(4));

    assertThat(
            scaling
                .describeScalableTargets(
                    get -> get.serviceNamespace(ServiceNamespace.SAGEMAKER).resourceIds(variant))
                .scalableTargets())
        .extracting(ScalableTarget::maxCapacity)
        .containsExactly(4);
  }

  @Test
  void a_profile_is_active_until_its_version_is_revoked() {
    SignerClient signer = workshop.client(SignerClient.builder());
    String version = workshop.aws().backstage().signer().profile("sallyport", "Ab12Cd34Ef");

    assertThat(signer.getSigningProfile(get -> get.profileName("sallyport")).status())
        .isEqualTo(SigningProfileStatus.ACTIVE);
    workshop.aws().backstage().signer().revoke(version);
    assertThat(
            signer
                .getRevocationStatus(
                    get ->
                        get.signatureTimestamp(Instant.EPOCH)
                            .platformId("Notation-OCI-SHA384-ECDSA")
                            .profileVersionArn(version)
                            .jobArn(
                                "arn:aws-us-gov:signer:us-gov-west-1:123456789012:/signing-jobs/1")
                            .certificateHashes("00"))
                .revokedEntities())
        .containsExactly(version);
    assertThatThrownBy(() -> signer.getSigningProfile(get -> get.profileName("none")))
        .isInstanceOf(ResourceNotFoundException.class);
  }
}
