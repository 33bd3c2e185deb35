package io.sallyport.authority;

import com.fasterxml.jackson.databind.JsonNode;
import io.sallyport.authority.RealmClient.Answer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who somebody is now, by the sign-in server's admin API: asked at the moment of a decision, never
 * remembered (R11, R12; AC-2). Reads as client {@code sallyport-api}, which writes nothing.
 */
@Component
public class Directory {

  /** More people in one role of one program would be a mistake in the directory. */
  private static final int MEMBERS_MAX = 200;

  /** How Keycloak begins the user name of a client's account. */
  private static final String OF_A_MACHINE = "service-account-";

  /** A token is renewed this long before it ends. */
  private static final Duration RENEW_BEFORE = Duration.ofSeconds(30);

  private final Realm realm;
  private final RealmClient client;
  private final Clock clock;
  private Access access = new Access("", Instant.MIN);

  Directory(Realm realm, RealmClient apiClient, Clock clock) {
    this.realm = realm;
    this.client = apiClient;
    this.clock = clock;
  }

  /**
   * The person with the groups of this moment; empty for nobody, and for somebody who is disabled.
   * Never inside a transaction: what it holds would be held until the server answers.
   *
   * @throws Unreachable when the server cannot be asked
   */
  @Transactional(propagation = Propagation.NEVER)
  public Optional<Person> find(String subject) {
    if (!isId(subject)) return Optional.empty();
    return read("/users/" + subject).filter(user -> user.path("enabled").asBoolean()).map(this::of);
  }

  /**
   * The enabled people who are {@code role} in {@code program} now, in the order of the directory.
   *
   * @throws Unreachable when the server cannot be asked
   */
  public List<Person> members(String program, Role role) {
    String path = "/group-by-path" + new Membership(program, role).group();
    return read(path).stream()
        .flatMap(
            group -> list("/groups/" + group.path("id").asText() + "/members?max=" + MEMBERS_MAX))
        .flatMap(member -> find(member.path("id").asText()).stream())
        .toList();
  }

  private Person of(JsonNode user) {
    Set<Membership> memberships = new HashSet<>();
    String id = user.path("id").asText();
    list("/users/" + id + "/groups?max=" + MEMBERS_MAX)
        .forEach(group -> Membership.of(group.path("path").asText()).ifPresent(memberships::add));
    String username = user.path("username").asText();
    boolean machine = username.startsWith(OF_A_MACHINE);
    String name =
        machine
            ? Person.machineName(username.substring(OF_A_MACHINE.length()))
            : (user.path("firstName").asText("") + " " + user.path("lastName").asText("")).strip();
    return new Person(id, name.isEmpty() ? username : name, username, memberships, machine, "");
  }

  private Stream<JsonNode> list(String path) {
    return read(path).stream().flatMap(all -> StreamSupport.stream(all.spliterator(), false));
  }

  private Optional<JsonNode> read(String path) {
    Answer answer = client.get(realm.admin(path), token());
    if (answer.status() == 404) return Optional.empty();
    if (!answer.isOk()) throw new Unreachable("The directory answered " + answer.status());
    return Optional.of(answer.body());
  }

  private synchronized String token() {
    Instant now = clock.instant();
    if (now.isBefore(access.until())) return access.token();
    Answer answer = client.post(realm.token(), Map.of("grant_type", "client_credentials"));
    if (!answer.isOk()) {
      throw new Unreachable("The directory refuses this application: " + answer.text("error"));
    }
    Duration good = Duration.ofSeconds(answer.body().path("expires_in").asLong());
    access = new Access(answer.text("access_token"), now.plus(good).minus(RENEW_BEFORE));
    return access.token();
  }

  /** Only an id goes into a path. */
  private static boolean isId(String subject) {
    try {
      return UUID.fromString(subject).toString().equals(subject);
    } catch (IllegalArgumentException noId) {
      return false;
    }
  }

  private record Access(String token, Instant until) {}
}
