package io.sallyport.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPInputStream;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;

/**
 * What AWS itself says of one service's requests: its official model, as published for the first
 * Java SDK. Nothing here comes from the SDK that sends the requests, which knows no constraints.
 */
final class ServiceModel {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, Pattern> patterns = new ConcurrentHashMap<>();
  private final Set<String> allowed;
  private final String service;
  private final JsonNode operations;
  private final JsonNode shapes;

  private ServiceModel(String service, JsonNode model, Set<String> allowed) {
    this.service = service;
    this.operations = model.path("operations");
    this.shapes = model.path("shapes");
    this.allowed = allowed;
  }

  static ServiceModel read(String service, String file, Set<String> allowed) {
    try (InputStream model = ServiceModel.class.getResourceAsStream("/models/" + file)) {
      if (model == null) throw new IllegalStateException("no model " + file);
      return new ServiceModel(service, JSON.readTree(model), allowed);
    } catch (IOException broken) {
      throw new UncheckedIOException("reading the model " + file, broken);
    }
  }

  /** A model of the same form in a file of its own, packed by gzip. */
  static ServiceModel packed(String service, Path file, Set<String> allowed) {
    try (InputStream model = new GZIPInputStream(Files.newInputStream(file))) {
      return new ServiceModel(service, JSON.readTree(model), allowed);
    } catch (IOException broken) {
      throw new UncheckedIOException("reading the model " + file, broken);
    }
  }

  /** All that is wrong with the request; empty: AWS's model accepts it. */
  List<String> problems(String operation, SdkPojo request) {
    List<String> problems = new ArrayList<>();
    if (!operations.has(operation)) {
      if (allowed.contains(service + " " + operation)) return List.of();
      return List.of(service + " " + operation + ": the model has no such operation");
    }
    JsonNode input = operations.path(operation).path("input").path("shape");
    Place whole = new Place(service + " " + operation, "", problems);
    structure(whole, request, shapes.path(input.asText()));
    return problems;
  }

  /** A place in a request, and where its problems are told. */
  private record Place(String call, String path, List<String> problems) {

    Place member(String name) {
      return new Place(call, path.isEmpty() ? name : path + "." + name, problems);
    }

    Place inside(String mark) {
      return new Place(call, path + mark, problems);
    }

    /** As the allow-list writes it: without the marks of lists and maps. */
    String plain() {
      return call + " " + path.replaceAll("\\[]|\\{key}|\\{}", "");
    }

    void tell(Object value, String limit) {
      problems.add(call + ": " + path + " is " + value + "; the limit is " + limit);
    }
  }

  private void structure(Place place, SdkPojo value, JsonNode shape) {
    Set<String> missing =
        StreamSupport.stream(shape.path("required").spliterator(), false)
            .map(JsonNode::asText)
            .collect(Collectors.toSet());
    for (SdkField<?> field : value.sdkFields()) {
      Object member = field.getValueOrDefault(value);
      if (isAbsent(member)) continue;
      String name = name(field, shape.path("members"));
      missing.remove(name);
      Place inside = place.member(name);
      JsonNode known = shape.path("members").path(name);
      if (!known.isMissingNode()) {
        value(inside, member, shape(known, "/shape"));
      } else if (!allowed.contains(inside.plain())) {
        inside.tell(member, "a member that the model knows");
      }
    }
    missing.forEach(member -> place.member(member).tell("missing", "required"));
  }

  /** The model's name of a member; a few the SDK calls otherwise, but sends under the same name. */
  private static String name(SdkField<?> field, JsonNode members) {
    if (members.has(field.memberName())) return field.memberName();
    return members.properties().stream()
        .filter(each -> field.locationName().equals(each.getValue().path("locationName").asText()))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(field.memberName());
  }

  private void value(Place place, Object value, JsonNode shape) {
    range(value, shape).ifPresent(limit -> place.tell(value, limit));
    if (value instanceof SdkPojo pojo) {
      structure(place, pojo, shape);
    } else if (value instanceof List<?> list) {
      list.forEach(each -> value(place.inside("[]"), each, shape(shape, "/member/shape")));
    } else if (value instanceof Map<?, ?> map) {
      map.forEach(
          (key, each) -> {
            value(place.inside("{key}"), key, shape(shape, "/key/shape"));
            value(place.inside("{}"), each, shape(shape, "/value/shape"));
          });
    } else if (value instanceof String text) {
      words(text, shape).ifPresent(limit -> place.tell(text, limit));
    }
  }

  /** The shape that is named at {@code pointer} of another. */
  private JsonNode shape(JsonNode of, String pointer) {
    return shapes.path(of.at(pointer).asText());
  }

  /** The limit of length, size or range that is broken. */
  private static Optional<String> range(Object value, JsonNode shape) {
    double size = size(value);
    boolean tooSmall = shape.has("min") && size < shape.path("min").asDouble();
    boolean tooLarge = shape.has("max") && size > shape.path("max").asDouble();
    if (Double.isNaN(size) || !(tooSmall || tooLarge)) return Optional.empty();
    String kind = value instanceof Number ? "value" : "length";
    return Optional.of(
        kind + " from " + shape.path("min").asText("0") + " to " + shape.path("max").asText("any"));
  }

  private static double size(Object value) {
    if (value instanceof String text) return text.codePointCount(0, text.length());
    if (value instanceof Number number) return number.doubleValue();
    if (value instanceof List<?> list) return list.size();
    if (value instanceof Map<?, ?> map) return map.size();
    if (value instanceof SdkBytes bytes) return bytes.asByteArrayUnsafe().length;
    return Double.NaN;
  }

  /** The enumeration or pattern that is broken; a pattern means the whole text, never a part. */
  private Optional<String> words(String text, JsonNode shape) {
    if (shape.has("enum")) {
      boolean known =
          StreamSupport.stream(shape.path("enum").spliterator(), false)
              .anyMatch(value -> value.asText().equals(text));
      return known ? Optional.empty() : Optional.of("one of the enumeration");
    }
    if (!shape.has("pattern")) return Optional.empty();
    String source = shape.path("pattern").asText();
    Pattern pattern = patterns.computeIfAbsent(source, ServiceModel::compile);
    return pattern.matcher(text).matches() ? Optional.empty() : Optional.of("pattern " + source);
  }

  /** AWS writes a few patterns with a quantified end of text, which Java does not know. */
  private static Pattern compile(String source) {
    return Pattern.compile(source.replaceAll("\\$\\{\\d+,\\d+}$", "\\$"));
  }

  private static boolean isAbsent(Object value) {
    return value == null
        || value instanceof SdkAutoConstructList
        || value instanceof SdkAutoConstructMap;
  }
}
