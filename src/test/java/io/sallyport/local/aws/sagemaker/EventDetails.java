package io.sallyport.local.aws.sagemaker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.sagemaker.model.Tag;

/**
 * The detail of an event: what Describe answers, in the form of times of its type, and the tags.
 */
final class EventDetails {

  /** Values of a processing job that its event writes in another way than the API. */
  private static final Map<String, String> WORDS =
      Map.of(
          "ManifestFile", "MANIFEST_FILE",
          "S3Prefix", "S3_PREFIX",
          "EndOfJob", "END_OF_JOB",
          "ShardedByS3Key", "SHARDEDBYS3KEY");

  private static final Set<String> ENUMS =
      Set.of("S3DataType", "S3InputMode", "S3DataDistributionType", "S3UploadMode");

  private EventDetails() {}

  static ObjectNode of(SdkJson form, SdkPojo described, List<Tag> tags) {
    ObjectNode detail = form.write(described);
    ObjectNode all = detail.putObject("Tags");
    tags.forEach(tag -> all.put(tag.key(), tag.value()));
    return detail;
  }

  /** Processing jobs' enumerations come in capitals, as in AWS's own sample, and without tags. */
  static ObjectNode upperCase(ObjectNode detail) {
    untagged(detail);
    capitals(detail);
    return detail;
  }

  static ObjectNode untagged(ObjectNode detail) {
    detail.remove("Tags");
    return detail;
  }

  private static void capitals(JsonNode node) {
    if (node instanceof ObjectNode object) {
      for (String name : ENUMS) {
        if (object.has(name)) object.put(name, capital(object.get(name).asText()));
      }
    }
    node.forEach(EventDetails::capitals);
  }

  private static String capital(String word) {
    return WORDS.getOrDefault(word, word.toUpperCase(Locale.ROOT));
  }
}
