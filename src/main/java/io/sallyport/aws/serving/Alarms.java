package io.sallyport.aws.serving;

import static java.util.stream.Collectors.toMap;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.ComparisonOperator;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;

/** CloudWatch alarms on what an endpoint does (S16); their changes arrive as events. */
@Component
public class Alarms {

  private static final String NAMESPACE = "AWS/SageMaker";

  private final CloudWatchClient cloudWatch;

  public Alarms(CloudWatchClient cloudWatch) {
    this.cloudWatch = cloudWatch;
  }

  /** Sets the alarm; the call replaces what is there, so it can be repeated. */
  public void put(AlarmDefinition alarm) {
    cloudWatch.putMetricAlarm(
        put ->
            put.alarmName(alarm.name())
                .namespace(NAMESPACE)
                .metricName(alarm.metric())
                .dimensions(
                    dimension("EndpointName", alarm.endpoint()),
                    dimension("VariantName", EndpointConfigDefinition.VARIANT))
                .statistic(alarm.statistic())
                .comparisonOperator(ComparisonOperator.GREATER_THAN_THRESHOLD)
                .threshold(alarm.threshold())
                .period((int) alarm.period().toSeconds())
                .evaluationPeriods(alarm.periods())
                .treatMissingData("notBreaching"));
  }

  /** The alarm as it is set; empty if there is none of this name. */
  public Optional<AlarmDefinition> read(String name) {
    return cloudWatch.describeAlarms(describe -> describe.alarmNames(name)).metricAlarms().stream()
        .findFirst()
        .map(Alarms::definition);
  }

  /** Removes the alarm; CloudWatch is content when there is none. */
  public void delete(String name) {
    if (read(name).isPresent()) cloudWatch.deleteAlarms(delete -> delete.alarmNames(name));
  }

  private static AlarmDefinition definition(MetricAlarm alarm) {
    Map<String, String> dimensions =
        alarm.dimensions().stream().collect(toMap(Dimension::name, Dimension::value));
    return new AlarmDefinition(
        alarm.alarmName(),
        dimensions.getOrDefault("EndpointName", ""),
        alarm.metricName(),
        alarm.statisticAsString(),
        alarm.threshold(),
        Duration.ofSeconds(alarm.period()),
        alarm.evaluationPeriods());
  }

  private static Dimension dimension(String name, String value) {
    return Dimension.builder().name(name).value(value).build();
  }
}
