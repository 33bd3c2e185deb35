package io.sallyport.local.aws.sagemaker;

import io.sallyport.local.aws.protocol.AwsError;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;

/**
 * The members of an SDK class: those that the emulator does not act on are refused by name, never
 * ignored; the others are echoed.
 */
public final class Members {

  private Members() {}

  /** Refuses every member that is set and not in the list. */
  public static void only(SdkPojo request, String... known) {
    asked(request, known);
  }

  /** The members that are set; refuses every one that is not in the list. */
  static Map<String, Object> asked(SdkPojo request, String... known) {
    Set<String> names = Set.of(known);
    Map<String, Object> given = set(request);
    given
        .keySet()
        .forEach(
            name -> {
              if (!names.contains(name)) {
                throw AwsError.unknownMember(name, request.getClass().getSimpleName());
              }
            });
    return given;
  }

  /** Refuses a member that is not set. */
  public static void required(SdkPojo request, String... needed) {
    Map<String, Object> given = set(request);
    for (String name : needed) {
      if (!given.containsKey(name)) {
        String member = Character.toLowerCase(name.charAt(0)) + name.substring(1);
        throw AwsError.validation(
            ("1 validation error detected: Value null at '%s' failed to satisfy constraint: Member"
                    + " must not be null")
                .formatted(member));
      }
    }
  }

  /** Copies every member of the request that the builder has under the same name. */
  public static <B extends SdkPojo> B echo(SdkPojo request, B builder) {
    Map<String, Object> given = set(request);
    for (SdkField<?> field : builder.sdkFields()) {
      Object value = given.get(field.locationName());
      if (value != null) field.set(builder, value);
    }
    return builder;
  }

  private static Map<String, Object> set(SdkPojo pojo) {
    Map<String, Object> given = new LinkedHashMap<>();
    for (SdkField<?> field : pojo.sdkFields()) {
      Object value = field.getValueOrDefault(pojo);
      if (SdkJson.isSet(value)) given.put(field.locationName(), value);
    }
    return given;
  }
}
