package io.sallyport.local.aws.protocol;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallLocation;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.PayloadTrait;
import software.amazon.awssdk.utils.builder.Buildable;

/** Members that REST protocols carry outside the document: path, query, headers, status. */
final class Bindings {

  /** Query names that belong to no operation: the SDK's own mark, and a presigned signature. */
  private static final Set<String> QUERY_OF_ALL = Set.of("x-id");

  /** {@code x-amz-} headers that belong to no operation. */
  private static final Set<String> HEADERS_OF_ALL =
      Set.of(
          "x-amz-date",
          "x-amz-content-sha256",
          "x-amz-security-token",
          "x-amz-user-agent",
          "x-amz-decoded-content-length",
          "x-amz-trailer",
          "x-amz-te",
          "x-amz-sdk-checksum-algorithm",
          "x-amz-checksum-mode");

  private Bindings() {}

  static Protocol.Asked asked(Request request, Map<String, Route> routes) {
    record Candidate(Protocol.Asked asked, int weight) {}
    List<Candidate> candidates = new ArrayList<>();
    routes.forEach(
        (operation, route) ->
            route
                .match(request)
                .map(path -> new Candidate(new Protocol.Asked(operation, path), route.weight()))
                .ifPresent(candidates::add));
    return candidates.stream()
        .max(Comparator.comparingInt(Candidate::weight))
        .map(Candidate::asked)
        .orElseThrow(() -> AwsError.unknownOperation(request.method() + " " + request.rawPath()));
  }

  static void read(Request request, Protocol.Asked asked, SdkPojo builder) {
    Set<String> used = new HashSet<>();
    for (SdkField<?> field : builder.sdkFields()) {
      String name = field.locationName();
      if (field.location() == MarshallLocation.PAYLOAD) {
        continue;
      }
      if (field.location() == MarshallLocation.HEADER) {
        header(request, builder, field, used);
      } else if (asked.path().containsKey(name)) {
        field.set(builder, Scalars.parse(asked.path().get(name), field));
      } else if (request.query().containsKey(name)) {
        used.add(name);
        field.set(builder, queryValue(request, field));
      }
    }
    refuseUnused(request, asked, used);
  }

  private static Object queryValue(Request request, SdkField<?> field) {
    List<String> values = request.query().get(field.locationName());
    ListTrait list = field.getTrait(ListTrait.class);
    if (list == null) {
      return Scalars.parse(values.get(0), field);
    }
    return values.stream().map(value -> Scalars.parse(value, list.memberFieldInfo())).toList();
  }

  private static void header(
      Request request, SdkPojo builder, SdkField<?> field, Set<String> used) {
    String name = field.locationName().toLowerCase(Locale.ROOT);
    switch (field.marshallingType().getKnownType()) {
      case MAP -> {
        Map<String, String> all = new LinkedHashMap<>();
        request.headers().keySet().stream()
            .filter(header -> header.startsWith(name))
            .forEach(
                header -> {
                  used.add(header);
                  all.put(header.substring(name.length()), request.header(header).orElseThrow());
                });
        field.set(builder, all);
      }
      case LIST ->
          request
              .header(name)
              .ifPresent(
                  text -> {
                    used.add(name);
                    field.set(builder, List.of(text.split("\\s*,\\s*", -1)));
                  });
      default ->
          request
              .header(name)
              .ifPresent(
                  text -> {
                    used.add(name);
                    field.set(builder, Scalars.parse(text, field));
                  });
    }
  }

  private static void refuseUnused(Request request, Protocol.Asked asked, Set<String> used) {
    for (Map.Entry<String, List<String>> parameter : request.query().entrySet()) {
      String name = parameter.getKey();
      boolean isMark = parameter.getValue().equals(List.of("")) || name.equals("list-type");
      boolean isSignature = name.toLowerCase(Locale.ROOT).startsWith("x-amz-");
      if (!used.contains(name) && !QUERY_OF_ALL.contains(name) && !isMark && !isSignature) {
        throw AwsError.unknownMember(name, asked.operation());
      }
    }
    for (String name : request.headers().keySet()) {
      boolean isOfAll = HEADERS_OF_ALL.contains(name) || name.startsWith("x-amz-checksum-");
      if (name.startsWith("x-amz-") && !used.contains(name) && !isOfAll) {
        throw AwsError.unknownMember(name, asked.operation());
      }
    }
  }

  static Optional<SdkField<?>> payload(SdkPojo pojo) {
    for (SdkField<?> field : pojo.sdkFields()) {
      if (field.containsTrait(PayloadTrait.class)) {
        return Optional.of(field);
      }
    }
    return Optional.empty();
  }

  static void readPayload(
      Request request, SdkPojo builder, SdkField<?> field, Consumer<SdkPojo> document) {
    byte[] bytes = request.bytes();
    switch (field.marshallingType().getKnownType()) {
      case SDK_BYTES -> field.set(builder, SdkBytes.fromByteArray(bytes));
      case STRING -> field.set(builder, new String(bytes, StandardCharsets.UTF_8));
      default -> {
        if (bytes.length > 0) {
          SdkPojo nested = field.constructor().get();
          document.accept(nested);
          field.set(builder, ((Buildable) nested).build());
        }
      }
    }
  }

  /** Puts headers; gives the status. */
  static int write(SdkPojo response, Map<String, String> headers) {
    int status = 200;
    for (SdkField<?> field : response.sdkFields()) {
      Object value = field.getValueOrDefault(response);
      if (!JsonShape.isSet(value)) {
        continue;
      }
      if (field.location() == MarshallLocation.STATUS_CODE) {
        status = (Integer) value;
      } else if (field.location() == MarshallLocation.HEADER && value instanceof Map<?, ?> map) {
        map.forEach((key, item) -> headers.put(field.locationName() + key, String.valueOf(item)));
      } else if (field.location() == MarshallLocation.HEADER) {
        headers.put(field.locationName(), Scalars.text(value, field));
      }
    }
    return status;
  }

  /** The body: the payload member as it is, or the document. */
  static byte[] body(
      SdkPojo response,
      Map<String, String> headers,
      String contentType,
      Function<SdkPojo, String> document) {
    Optional<SdkField<?>> payload = payload(response);
    Object value = payload.map(field -> (Object) field.getValueOrDefault(response)).orElse(null);
    if (value instanceof SdkBytes bytes) {
      return bytes.asByteArray();
    }
    if (value instanceof String text) {
      return text.getBytes(StandardCharsets.UTF_8);
    }
    boolean empty =
        payload.isPresent()
            ? value == null
            : response.sdkFields().stream()
                .noneMatch(field -> field.location() == MarshallLocation.PAYLOAD);
    if (empty) {
      return new byte[0];
    }
    headers.put("Content-Type", contentType);
    SdkPojo root = value instanceof SdkPojo nested ? nested : response;
    return document.apply(root).getBytes(StandardCharsets.UTF_8);
  }
}
