package io.sallyport.local.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The people of {@code realm-config/sallyport-users-0.json}, as a newcomer needs them. */
public final class DemoPeople {

  private DemoPeople() {}

  /** All of them, in the order of the file. */
  public static List<DemoPerson> all() {
    try {
      List<DemoPerson> people = new ArrayList<>();
      JsonNode file =
          new ObjectMapper().readTree(Path.of("realm-config", "sallyport-users-0.json").toFile());
      file.get("users").forEach(user -> people.add(person(user)));
      return List.copyOf(people);
    } catch (IOException e) {
      throw new UncheckedIOException("reading the demo people", e);
    }
  }

  /** The one who logs in as {@code username}. */
  public static DemoPerson named(String username) {
    return all().stream()
        .filter(person -> person.username().equals(username))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no demo person is called " + username));
  }

  private static DemoPerson person(JsonNode user) {
    List<String> groups = new ArrayList<>();
    user.get("groups").forEach(group -> groups.add(group.asText().replace("/programs/", "")));
    boolean hasCode = user.get("credentials").size() > 1;
    return new DemoPerson(
        user.get("id").asText(),
        user.get("username").asText(),
        user.get("firstName").asText() + " " + user.get("lastName").asText(),
        user.get("credentials").get(0).get("value").asText(),
        hasCode,
        List.copyOf(groups));
  }

  /**
   * A demo person.
   *
   * @param subject the id that the ledger knows
   * @param hasCode whether a one-time code exists; without one nobody can log in
   * @param groups {@code <program>/<role>}
   */
  public record DemoPerson(
      String subject,
      String username,
      String name,
      String password,
      boolean hasCode,
      List<String> groups) {}
}
