package io.sallyport.local.aws.runtime;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sallyport.local.aws.Environment;
import io.sallyport.local.aws.sagemaker.LiveEndpoints.Answered;
import io.sallyport.local.aws.sagemaker.LiveEndpoints.Target;
import io.sallyport.local.aws.sagemaker.RoleStore;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.sagemaker.model.CaptureContentTypeHeader;
import software.amazon.awssdk.services.sagemaker.model.CaptureMode;
import software.amazon.awssdk.services.sagemaker.model.CaptureOption;
import software.amazon.awssdk.services.sagemaker.model.DataCaptureConfig;
import software.amazon.awssdk.services.sagemakerruntime.model.InvokeEndpointRequest;

/**
 * Writes what went in and out of an endpoint to S3, a JSON line a file, under {@code
 * <destination>/<endpoint>/<variant>/yyyy/MM/dd/HH/mm-ss-SSS-<uuid>.jsonl}, as the model's role. A
 * capture that fails does not fail the invocation.
 */
public final class DataCapture {

  private static final System.Logger LOG = System.getLogger(DataCapture.class.getName());
  private static final DateTimeFormatter KEY =
      DateTimeFormatter.ofPattern("yyyy/MM/dd/HH/mm-ss-SSS").withZone(ZoneOffset.UTC);

  private final Environment environment;
  private final RoleStore store;
  private final Map<String, Integer> seen = new ConcurrentHashMap<>();

  public DataCapture(Environment environment, RoleStore store) {
    this.environment = environment;
    this.store = store;
  }

  void record(InvokeEndpointRequest request, Target target, Answered answered) {
    Optional<DataCaptureConfig> config =
        target.capture().filter(capture -> Boolean.TRUE.equals(capture.enableCapture()));
    if (config.isEmpty() || !isSampled(request.endpointName(), config.get())) return;
    Instant now = environment.clock().instant();
    String id = environment.ids().uuid();
    String uri =
        "%s/%s/%s/%s-%s.jsonl"
            .formatted(
                config.get().destinationS3Uri().replaceAll("/+$", ""),
                request.endpointName(),
                target.variant(),
                KEY.format(now),
                id);
    String line = line(config.get(), request, answered, metadata(request, now)) + "\n";
    try {
      store.write(
          uri,
          line.getBytes(StandardCharsets.UTF_8),
          target.roleArn(),
          Optional.ofNullable(config.get().kmsKeyId()));
    } catch (RuntimeException refused) {
      LOG.log(System.Logger.Level.WARNING, "not captured: " + refused.getMessage());
    }
  }

  /** Every hundredth, fiftieth … by count: the same calls give the same captures. */
  private boolean isSampled(String endpoint, DataCaptureConfig config) {
    int count = seen.merge(endpoint, 1, Integer::sum);
    int percent = config.initialSamplingPercentage();
    return count * percent / 100 > (count - 1) * percent / 100;
  }

  private ObjectNode metadata(InvokeEndpointRequest request, Instant now) {
    ObjectNode metadata =
        JsonNodeFactory.instance.objectNode().put("eventId", environment.ids().uuid());
    if (request.inferenceId() != null) metadata.put("inferenceId", request.inferenceId());
    if (request.customAttributes() != null) {
      metadata.putArray("customAttributes").add(request.customAttributes());
    }
    return metadata.put("inferenceTime", now.truncatedTo(ChronoUnit.SECONDS).toString());
  }

  private static String line(
      DataCaptureConfig config,
      InvokeEndpointRequest request,
      Answered answered,
      ObjectNode metadata) {
    ObjectNode line = JsonNodeFactory.instance.objectNode();
    ObjectNode data = line.putObject("captureData");
    if (captures(config, CaptureMode.INPUT)) {
      String type = Optional.ofNullable(request.contentType()).orElse("");
      data.set("endpointInput", part(config, "INPUT", type, request.body()));
    }
    if (captures(config, CaptureMode.OUTPUT)) {
      data.set("endpointOutput", part(config, "OUTPUT", answered.contentType(), answered.body()));
    }
    line.set("eventMetadata", metadata);
    return line.put("eventVersion", "0").toString();
  }

  private static boolean captures(DataCaptureConfig config, CaptureMode mode) {
    return config.captureOptions().stream()
        .map(CaptureOption::captureMode)
        .anyMatch(each -> each == mode || each == CaptureMode.INPUT_AND_OUTPUT);
  }

  private static ObjectNode part(
      DataCaptureConfig config, String mode, String type, SdkBytes content) {
    ObjectNode part = JsonNodeFactory.instance.objectNode();
    part.put("observedContentType", type).put("mode", mode);
    String encoding = encoding(Optional.ofNullable(config.captureContentTypeHeader()), type);
    boolean text = !encoding.equals("BASE64");
    part.put(
        "data",
        text ? content.asUtf8String() : Base64.getEncoder().encodeToString(content.asByteArray()));
    return part.put("encoding", encoding);
  }

  /** CSV and JSON only for the types that the configuration names. */
  private static String encoding(Optional<CaptureContentTypeHeader> header, String type) {
    List<String> csv = header.map(CaptureContentTypeHeader::csvContentTypes).orElse(List.of());
    List<String> json = header.map(CaptureContentTypeHeader::jsonContentTypes).orElse(List.of());
    if (csv.contains(type)) return "CSV";
    return json.contains(type) ? "JSON" : "BASE64";
  }
}
