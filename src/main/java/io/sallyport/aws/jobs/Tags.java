package io.sallyport.aws.jobs;

import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.sagemaker.model.Tag;

/** Labels as SageMaker takes them. */
public final class Tags {

  private Tags() {}

  public static List<Tag> of(Map<String, String> tags) {
    return tags.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(tag -> Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
        .toList();
  }
}
