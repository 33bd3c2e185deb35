package io.sallyport.authority.inbox;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;

/**
 * A form as data (design, trust 12): the Camunda Forms JSON that modelers know, without
 * expressions. One template renders all of them.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record FormFile(List<Component> components) {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  /**
   * A field, a line of text, or a group of them.
   *
   * @param type {@code group}, {@code text}, {@code textfield}, {@code textarea}, {@code number},
   *     {@code checkbox}, {@code checklist}, {@code radio}, {@code select}, {@code datetime}
   * @param key how the answer is called
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Component(
      String type,
      @Nullable String key,
      @Nullable String label,
      @Nullable String description,
      @Nullable String text,
      @Nullable List<Option> values,
      @Nullable Validate validate,
      @Nullable List<Component> components) {

    private Stream<Component> fields() {
      return components == null ? Stream.of(this) : components.stream().flatMap(Component::fields);
    }

    String keyOrEmpty() {
      return Objects.requireNonNullElse(key, "");
    }

    String words() {
      return Objects.requireNonNullElse(label, Objects.requireNonNullElse(text, ""));
    }

    String hint() {
      return Objects.requireNonNullElse(description, "");
    }

    List<Option> options() {
      return values == null ? List.of() : values;
    }

    /** The label of the option with this value. */
    Optional<String> words(String value) {
      return options().stream()
          .filter(option -> option.value().equals(value))
          .map(Option::label)
          .findFirst();
    }

    Validate limits() {
      return validate == null ? new Validate(false, null) : validate;
    }
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Option(String label, String value) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Validate(boolean required, @Nullable Integer maxLength) {}

  /** All fields in their order, those of groups too. */
  List<Component> fields() {
    return components.stream().flatMap(Component::fields).toList();
  }

  /** How the field with this key is called; the key itself if there is none. */
  String label(String key) {
    return fields().stream()
        .filter(field -> field.keyOrEmpty().equals(key))
        .map(Component::words)
        .findFirst()
        .orElse(key);
  }

  /** The heading of the group that a field stands in; empty: in none. */
  String groupOf(Component field) {
    return components.stream()
        .filter(one -> one.components() != null)
        .filter(group -> group.fields().toList().contains(field))
        .map(Component::words)
        .findFirst()
        .orElse("");
  }

  /** The form of the task with this id in the diagram. */
  static FormFile of(String task) {
    try (var form = new ClassPathResource("forms/" + task + ".form").getInputStream()) {
      return MAPPER.readValue(form, FormFile.class);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("Reading the form of " + task, unreadable);
    }
  }
}
