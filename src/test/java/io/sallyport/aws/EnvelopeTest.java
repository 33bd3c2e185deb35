package io.sallyport.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** EventBridge's envelopes, in the spellings in which AWS itself shows them. */
class EnvelopeTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"2018-10-06T12:26:13Z\"|2018-10-06T12:26:13Z",
        "\"2019-10-02T17:04:40.989+0000\"|2019-10-02T17:04:40.989Z",
        "\"1583831889050\"|2020-03-10T09:18:09.050Z",
        "1704320746000|2024-01-03T22:25:46Z",
        "1592411992203.0|2020-06-17T16:39:52.203Z",
      })
  void S07_a_time_is_understood_in_each_of_its_spellings(String time, Instant instant) {
    assertThat(Envelope.read(training(time), "receipt"))
        .hasValueSatisfying(change -> assertThat(change.time()).isEqualTo(instant));
  }

  @Test
  void S07_a_training_job_is_named_with_its_status() {
    assertThat(Envelope.read(training("\"2018-10-06T12:26:13Z\""), "receipt"))
        .contains(
            new StateChange(
                "kmeans-1",
                "arn:aws-us-gov:sagemaker:us-gov-west-1:123456789012:training-job/kmeans-1",
                "COMPLETED",
                Instant.parse("2018-10-06T12:26:13Z"),
                "receipt"));
  }

  @ParameterizedTest
  @CsvSource({"IN_SERVICE,IN_SERVICE", "InService,IN_SERVICE", "Failed,FAILED"})
  void S14_an_endpoints_status_has_one_spelling(String said, String read) {
    String endpoint =
        """
        {"id":"1","detail-type":"SageMaker Endpoint State Change","time":"1583831889050",
         "resources":["arn"],"detail":{"EndpointName":"land-cover","EndpointStatus":"%s"}}
        """
            .formatted(said);

    assertThat(Envelope.read(endpoint, "receipt"))
        .hasValueSatisfying(change -> assertThat(change.status()).isEqualTo(read));
  }

  @Test
  void S16_an_alarm_is_named_with_its_state() {
    String alarm =
        """
        {"id":"1","detail-type":"CloudWatch Alarm State Change","time":"2019-10-02T17:04:40Z",
         "resources":["arn"],"detail":{"alarmName":"errors","state":{"value":"ALARM"}}}
        """;

    assertThat(Envelope.read(alarm, "receipt"))
        .hasValueSatisfying(
            change -> {
              assertThat(change.name()).isEqualTo("errors");
              assertThat(change.status()).isEqualTo("ALARM");
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"not json", "{}", "[]", "{\"detail-type\":\"x\",\"time\":\"soon\"}"})
  void S07_what_is_no_envelope_is_nothing(String body) {
    assertThat(Envelope.read(body, "receipt")).isEmpty();
  }

  private static String training(String time) {
    return """
        {"version":"0","id":"844e2571-85d4-695f-b930-0153b71dcb42",
         "detail-type":"SageMaker Training Job State Change","source":"aws.sagemaker",
         "account":"123456789012","time":%s,"region":"us-gov-west-1",
         "resources":["arn:aws-us-gov:sagemaker:us-gov-west-1:123456789012:training-job/kmeans-1"],
         "detail":{"TrainingJobName":"kmeans-1","TrainingJobStatus":"Completed",
           "CreationTime":"1583831889050","Tags":{}}}
        """
        .formatted(time);
  }
}
