package io.sallyport.local.aws;

import io.sallyport.local.aws.protocol.AwsError;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;

/** Which members of a request are heeded. */
final class Members {

  private Members() {}

  static void refuseOthers(SdkPojo request, Set<String> known, String operation) {
    for (SdkField<?> field : request.sdkFields()) {
      Object value = field.getValueOrDefault(request);
      boolean empty =
          value == null
              || (value instanceof Collection<?> list && list.isEmpty())
              || (value instanceof Map<?, ?> map && map.isEmpty());
      if (!empty && !known.contains(field.memberName())) {
        throw new AwsError(
            "NotImplemented",
            501,
            "Member " + field.memberName() + " of " + operation + " is not implemented here");
      }
    }
  }
}
