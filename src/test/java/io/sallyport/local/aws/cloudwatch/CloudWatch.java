package io.sallyport.local.aws.cloudwatch;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sallyport.local.aws.Arn;
import io.sallyport.local.aws.Call;
import io.sallyport.local.aws.Environment;
import io.sallyport.local.aws.Operation;
import io.sallyport.local.aws.Service;
import io.sallyport.local.aws.Table;
import io.sallyport.local.aws.events.Events;
import io.sallyport.local.aws.protocol.AwsError;
import io.sallyport.local.aws.protocol.AwsQuery;
import io.sallyport.local.aws.protocol.Protocol;
import io.sallyport.local.aws.sagemaker.Members;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudwatch.model.DeleteAlarmsRequest;
import software.amazon.awssdk.services.cloudwatch.model.DeleteAlarmsResponse;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsRequest;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsResponse;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.MetricDatum;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricAlarmRequest;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricAlarmResponse;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricDataRequest;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricDataResponse;
import software.amazon.awssdk.services.cloudwatch.model.SetAlarmStateRequest;
import software.amazon.awssdk.services.cloudwatch.model.SetAlarmStateResponse;
import software.amazon.awssdk.services.cloudwatch.model.StateValue;

/**
 * Amazon CloudWatch: alarms are stored, not evaluated; {@code SetAlarmState} changes one and sends
 * its event, as AWS does. Metrics are kept in a list.
 */
public final class CloudWatch implements Service {

  /** As in AWS's alarm events: an offset without a colon. */
  private static final DateTimeFormatter EVENT_TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSxx").withZone(ZoneOffset.UTC);

  private static final int METRICS_MAX = 10_000;

  private final Protocol protocol = new AwsQuery("http://monitoring.amazonaws.com/doc/2010-08-01/");
  private final Environment environment;
  private final Events events;
  private final Table<MetricAlarm> alarms;
  private final List<MetricDatum> metrics = new ArrayList<>();

  public CloudWatch(Environment environment, Events events) {
    this.environment = environment;
    this.events = events;
    this.alarms = environment.journal().table("cloudwatch-alarms", MetricAlarm::builder);
  }

  @Override
  public String name() {
    return "cloudwatch";
  }

  @Override
  public String signingName() {
    return "monitoring";
  }

  @Override
  public Protocol protocol() {
    return protocol;
  }

  @Override
  public List<Operation<?>> operations() {
    return List.of(
        Operation.of("PutMetricAlarm", PutMetricAlarmRequest::builder, this::put)
            .on(request -> arn(request.alarmName())),
        Operation.of("DescribeAlarms", DescribeAlarmsRequest::builder, this::describe),
        Operation.of("DeleteAlarms", DeleteAlarmsRequest::builder, this::delete),
        Operation.of("SetAlarmState", SetAlarmStateRequest::builder, this::state)
            .on(request -> arn(request.alarmName())),
        Operation.of("PutMetricData", PutMetricDataRequest::builder, this::measure));
  }

  private static String arn(String alarm) {
    return Arn.of("cloudwatch", "alarm:" + alarm);
  }

  /** All that was put with PutMetricData, in order. */
  public synchronized List<MetricDatum> metrics() {
    return List.copyOf(metrics);
  }

  private Instant now() {
    return environment.clock().instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private synchronized PutMetricAlarmResponse put(PutMetricAlarmRequest request, Call call) {
    Members.required(request, "AlarmName", "EvaluationPeriods", "ComparisonOperator");
    MetricAlarm.Builder alarm =
        alarms
            .find(request.alarmName())
            .map(
                before ->
                    MetricAlarm.builder()
                        .stateValue(before.stateValue())
                        .stateReason(before.stateReason())
                        .stateUpdatedTimestamp(before.stateUpdatedTimestamp()))
            .orElseGet(
                () ->
                    MetricAlarm.builder()
                        .stateValue(StateValue.INSUFFICIENT_DATA)
                        .stateReason("Unchecked: Initial alarm creation")
                        .stateUpdatedTimestamp(now()));
    alarm.actionsEnabled(true);
    alarms.put(
        request.alarmName(),
        Members.echo(request, alarm)
            .alarmArn(arn(request.alarmName()))
            .alarmConfigurationUpdatedTimestamp(now())
            .build());
    return PutMetricAlarmResponse.builder().build();
  }

  private DescribeAlarmsResponse describe(DescribeAlarmsRequest request, Call call) {
    Members.only(
        request, "AlarmNames", "AlarmNamePrefix", "StateValue", "AlarmTypes", "MaxRecords");
    List<MetricAlarm> found =
        alarms.all().stream()
            .filter(
                alarm ->
                    !request.hasAlarmNames() || request.alarmNames().contains(alarm.alarmName()))
            .filter(alarm -> begins(alarm.alarmName(), request.alarmNamePrefix()))
            .filter(
                alarm -> request.stateValue() == null || request.stateValue() == alarm.stateValue())
            .toList();
    return DescribeAlarmsResponse.builder().metricAlarms(found).build();
  }

  private static boolean begins(String name, @Nullable String prefix) {
    return prefix == null || name.startsWith(prefix);
  }

  private synchronized DeleteAlarmsResponse delete(DeleteAlarmsRequest request, Call call) {
    for (String name : request.alarmNames()) find(name);
    request.alarmNames().forEach(alarms::remove);
    return DeleteAlarmsResponse.builder().build();
  }

  private MetricAlarm find(String name) {
    return alarms
        .find(name)
        .orElseThrow(() -> new AwsError("ResourceNotFound", 404, "Unknown alarm: " + name));
  }

  private synchronized SetAlarmStateResponse state(SetAlarmStateRequest request, Call call) {
    MetricAlarm before = find(request.alarmName());
    MetricAlarm after =
        before.toBuilder()
            .stateValue(request.stateValue())
            .stateReason(request.stateReason())
            .stateReasonData(request.stateReasonData())
            .stateUpdatedTimestamp(now())
            .build();
    alarms.put(after.alarmName(), after);
    ObjectNode detail = JsonNodeFactory.instance.objectNode().put("alarmName", after.alarmName());
    detail.putObject("configuration").put("description", after.alarmDescription());
    detail.set("previousState", stateOf(before));
    detail.set("state", stateOf(after));
    events.publish("aws.cloudwatch", "CloudWatch Alarm State Change", after.alarmArn(), detail);
    return SetAlarmStateResponse.builder().build();
  }

  private static ObjectNode stateOf(MetricAlarm alarm) {
    ObjectNode state = JsonNodeFactory.instance.objectNode().put("reason", alarm.stateReason());
    if (alarm.stateReasonData() != null) state.put("reasonData", alarm.stateReasonData());
    return state
        .put("timestamp", EVENT_TIME.format(alarm.stateUpdatedTimestamp()))
        .put("value", alarm.stateValueAsString());
  }

  private synchronized PutMetricDataResponse measure(PutMetricDataRequest request, Call call) {
    Members.only(request, "Namespace", "MetricData");
    if (metrics.size() + request.metricData().size() > METRICS_MAX) metrics.clear();
    metrics.addAll(request.metricData());
    return PutMetricDataResponse.builder().build();
  }
}
