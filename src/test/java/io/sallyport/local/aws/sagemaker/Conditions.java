package io.sallyport.local.aws.sagemaker;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sagemaker.model.Tag;
import software.amazon.awssdk.services.sagemaker.model.VpcConfig;

/**
 * SageMaker's condition keys of one request: {@code sagemaker:VpcSubnets}, {@code aws:RequestTag}.
 */
final class Conditions {

  private final Map<String, List<String>> keys = new LinkedHashMap<>();

  Conditions vpc(@Nullable VpcConfig vpc) {
    if (vpc != null) {
      keys.put("sagemaker:VpcSubnets", vpc.subnets());
      keys.put("sagemaker:VpcSecurityGroupIds", vpc.securityGroupIds());
    }
    return this;
  }

  Conditions with(String name, @Nullable Object value) {
    if (value != null) keys.put("sagemaker:" + name, List.of(String.valueOf(value)));
    return this;
  }

  Conditions tags(List<Tag> tags) {
    tags.forEach(tag -> keys.put("aws:RequestTag/" + tag.key(), List.of(tag.value())));
    if (!tags.isEmpty()) keys.put("aws:TagKeys", tags.stream().map(Tag::key).toList());
    return this;
  }

  Map<String, List<String>> all() {
    return Map.copyOf(keys);
  }
}
