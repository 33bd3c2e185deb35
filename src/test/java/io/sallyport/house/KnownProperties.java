package io.sallyport.house;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Names of settings that the libraries on the class path bind, from their own metadata. */
public final class KnownProperties {

  private static final List<String> METADATA =
      List.of(
          "META-INF/spring-configuration-metadata.json",
          "META-INF/additional-spring-configuration-metadata.json");

  private KnownProperties() {}

  public static Set<String> ofSpring() {
    Set<String> names = new TreeSet<>();
    try {
      for (String file : METADATA) {
        for (URL url :
            Collections.list(KnownProperties.class.getClassLoader().getResources(file))) {
          JsonNode metadata = read(url);
          metadata
              .path("properties")
              .forEach(property -> names.add(property.path("name").asText()));
        }
      }
      return names;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode read(URL url) throws IOException {
    try (InputStream bytes = url.openStream()) {
      return new ObjectMapper().readTree(bytes);
    }
  }

  /** As the environment spells it: dots become underscores, hyphens go. */
  public static String variable(String name) {
    return name.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT);
  }
}
