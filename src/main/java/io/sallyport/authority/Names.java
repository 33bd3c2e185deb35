package io.sallyport.authority;

import io.sallyport.authority.realm.Unreachable;
import io.sallyport.workflow.HumanTask;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Names for the eye (F31). Decisions never use them: they ask the {@link Directory} itself. When it
 * cannot be asked, a page still says what it can.
 */
@Component
public class Names {

  /** A name that changes is shown late by this much at most. */
  private static final Duration GOOD_FOR = Duration.ofMinutes(5);

  /** For so long nobody waits again for a directory that did not answer. */
  private static final Duration SILENT_FOR = Duration.ofSeconds(15);

  /** Entries; when full, all are forgotten. */
  private static final int ENTRIES_MAX = 2_000;

  private final Directory directory;
  private final Clock clock;
  private final Map<String, Known> known = new ConcurrentHashMap<>();
  private volatile Instant silentUntil = Instant.MIN;

  Names(Directory directory, Clock clock) {
    this.directory = directory;
    this.clock = clock;
  }

  /** The name of a person; {@code somebody} for nobody known. */
  public String of(String subject) {
    return known(
            "person " + subject, () -> directory.find(subject).map(Person::name).stream().toList())
        .stream()
        .findFirst()
        .orElse("somebody");
  }

  /**
   * For whom tasks wait: {@code Alice Ames, Bob Bell or Carol Cole}; a role where nobody is known.
   */
  public String asked(List<HumanTask> tasks) {
    List<String> asked = tasks.stream().flatMap(task -> asked(task).stream()).distinct().toList();
    int last = asked.size() - 1;
    if (last < 0) return "somebody";
    if (last == 0) return asked.get(0);
    return String.join(", ", asked.subList(0, last)) + " or " + asked.get(last);
  }

  private List<String> asked(HumanTask task) {
    if (task.assignee().isPresent()) return List.of(of(task.assignee().get()));
    List<String> members =
        task.candidateGroups().stream().flatMap(group -> members(group).stream()).toList();
    if (!members.isEmpty()) return members;
    return task.candidateGroups().stream()
        .flatMap(group -> Membership.of(group).stream())
        .map(membership -> "a " + membership.words())
        .toList();
  }

  /** A principal for the eye: a person by name, a machine by what it is called. */
  public String principal(String principal) {
    if (principal.startsWith("person:")) return of(principal.substring("person:".length()));
    return principal.startsWith("machine:")
        ? Person.machineName(principal.substring("machine:".length()))
        : principal;
  }

  /** The names of those who are in {@code group} now, sorted; empty when nobody is known. */
  public List<String> members(String group) {
    return Membership.of(group)
        .map(
            membership ->
                known(
                    group,
                    () ->
                        directory.members(membership.program(), membership.role()).stream()
                            .map(Directory.Member::name)
                            .sorted()
                            .toList()))
        .orElse(List.of());
  }

  private List<String> known(String key, Supplier<List<String>> ask) {
    Instant now = clock.instant();
    Known found = known.get(key);
    if (found != null && now.isBefore(found.until())) return found.names();
    List<String> lastKnown = found == null ? List.of() : found.names();
    if (now.isBefore(silentUntil)) return lastKnown;
    try {
      List<String> names = ask.get();
      if (known.size() >= ENTRIES_MAX) known.clear();
      known.put(key, new Known(names, now.plus(GOOD_FOR)));
      return names;
    } catch (Unreachable e) {
      silentUntil = clock.instant().plus(SILENT_FOR);
      return lastKnown;
    }
  }

  private record Known(List<String> names, Instant until) {}
}
