package io.sallyport.local.aws.sagemaker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An image on a laptop: a folder with {@code image.json}, {@code
 * {"command":[…],"environment":{…}}}. {@code ${java}} and {@code ${classpath}} in the command stand
 * for ours.
 */
record ContainerImage(List<String> command, Map<String, String> environment) {

  static ContainerImage read(Path folder) {
    try {
      JsonNode json = new ObjectMapper().readTree(folder.resolve("image.json").toFile());
      List<String> command = new ArrayList<>();
      json.path("command").forEach(word -> command.add(filled(word.asText(), folder)));
      Map<String, String> environment = new LinkedHashMap<>();
      json.path("environment")
          .properties()
          .forEach(each -> environment.put(each.getKey(), each.getValue().asText()));
      return new ContainerImage(command, environment);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("reading image " + folder, unreadable);
    }
  }

  private static String filled(String word, Path folder) {
    return word.replace("${java}", Path.of(System.getProperty("java.home"), "bin/java").toString())
        .replace("${classpath}", System.getProperty("java.class.path"))
        .replace("${image}", folder.toAbsolutePath().toString());
  }

  List<String> with(List<String> arguments) {
    List<String> line = new ArrayList<>(command);
    line.addAll(arguments);
    return line;
  }
}
