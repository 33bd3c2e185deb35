package io.sallyport.authority;

import com.fasterxml.jackson.databind.JsonNode;
import io.sallyport.authority.realm.Realm;
import io.sallyport.authority.realm.RealmClient;
import io.sallyport.authority.realm.RealmClient.Answer;
import io.sallyport.authority.realm.Unreachable;
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

  /** Whole users, since a brief one need not say whether it is enabled. */
  private static final String ALL = "?briefRepresentation=false&max=" + MEMBERS_MAX;

  /** How Keycloak begins the user name of a client's account. */
  private static final String OF_A_MACHINE = "service-account-";

  /** All calls of one question together: somebody waits, a person or the engine. */
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(8);

  /** A token is renewed this long before it ends. */
  private static final Duration RENEW_BEFORE = Duration.ofSeconds(30);

  private final Realm realm;
  private final RealmClient client;
  private final Clock clock;
  private volatile Access access = new Access("", Instant.MIN);

  Directory(Realm realm, RealmClient apiClient, Clock clock) {
    this.realm = realm;
    this.client = apiClient;
    this.clock = clock;
  }

  /**
   * Somebody in a role, without what else that person may do.
   *
   * @param machine whether it is a program's account
   */
  public record Member(String subject, String name, boolean machine) {}

  /**
   * The person with the groups of this moment; empty for nobody, and for somebody who is disabled.
   * Never inside a transaction: what it holds would be held until the server answers.
   *
   * @throws Unreachable when the server cannot be asked, or has not told all within 8 s
   */
  @Transactional(propagation = Propagation.NEVER)
  public Optional<Person> find(String subject) {
    if (!isId(subject)) return Optional.empty();
    Question asked = new Question();
    return asked
        .read("/users/" + subject)
        .filter(user -> user.path("enabled").asBoolean())
        .map(user -> person(user, asked));
  }

  /**
   * The enabled members who are {@code role} in {@code program} now, in the order of the directory:
   * two calls, however many they are. It may run inside a transaction, because the step of a
   * process that names the authorities has no other place: that one waits for 8 s at most, and
   * holds a connection and its own job meanwhile, but no version.
   *
   * @throws Unreachable when the server cannot be asked, or has not told all within 8 s
   */
  public List<Member> members(String program, Role role) {
    Question asked = new Question();
    return asked.read("/group-by-path" + new Membership(program, role).group()).stream()
        .flatMap(group -> asked.list("/groups/" + group.path("id").asText() + "/members" + ALL))
        .filter(member -> member.path("enabled").asBoolean())
        .map(member -> new Member(member.path("id").asText(), name(member), isMachine(member)))
        .toList();
  }

  private static Person person(JsonNode user, Question asked) {
    String id = user.path("id").asText();
    Set<Membership> memberships = new HashSet<>();
    asked
        .list("/users/" + id + "/groups?max=" + MEMBERS_MAX)
        .forEach(group -> Membership.of(group.path("path").asText()).ifPresent(memberships::add));
    String username = user.path("username").asText();
    return new Person(id, name(user), username, memberships, isMachine(user), "");
  }

  private static boolean isMachine(JsonNode user) {
    return user.path("username").asText().startsWith(OF_A_MACHINE);
  }

  private static String name(JsonNode user) {
    String username = user.path("username").asText();
    if (isMachine(user)) return Person.machineName(username.substring(OF_A_MACHINE.length()));
    String name = user.path("firstName").asText("") + " " + user.path("lastName").asText("");
    return name.isBlank() ? username : name.strip();
  }

  /** One question to the directory: all its calls share one deadline. */
  private final class Question {

    private final Instant deadline = clock.instant().plus(ANSWER_WITHIN);

    Stream<JsonNode> list(String path) {
      return read(path).stream().flatMap(all -> StreamSupport.stream(all.spliterator(), false));
    }

    Optional<JsonNode> read(String path) {
      Answer answer = client.get(realm.admin(path), token(left()), left());
      if (answer.status() == 404) return Optional.empty();
      if (!answer.isOk()) throw new Unreachable("The directory answered " + answer.status());
      return Optional.of(answer.body());
    }

    private Duration left() {
      Duration left = Duration.between(clock.instant(), deadline);
      if (left.isNegative()) throw new Unreachable("The directory has not told all in time");
      return left;
    }
  }

  /** Asked by two at once, it is asked twice, so that nobody waits for another's answer. */
  private String token(Duration within) {
    Instant now = clock.instant();
    Access known = access;
    if (now.isBefore(known.until())) return known.token();
    Answer answer = client.post(realm.token(), Map.of("grant_type", "client_credentials"), within);
    if (!answer.isOk()) {
      throw new Unreachable("The directory refuses this application: " + answer.text("error"));
    }
    Duration good = Duration.ofSeconds(answer.body().path("expires_in").asLong());
    Access fresh = new Access(answer.text("access_token"), now.plus(good).minus(RENEW_BEFORE));
    access = fresh;
    return fresh.token();
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
