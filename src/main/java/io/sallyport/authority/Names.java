package io.sallyport.authority;

import io.sallyport.authority.Directory.Member;
import io.sallyport.authority.realm.Unreachable;
import io.sallyport.workflow.HumanTask;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
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
            "person " + subject,
            () ->
                directory.find(subject).stream()
                    .map(found -> new Member(subject, found.name(), found.machine()))
                    .toList())
        .stream()
        .findFirst()
        .map(Member::name)
        .orElse("somebody");
  }

  /**
   * For whom tasks wait: {@code Alice Ames, Bob Bell or Carol Cole}; a role where nobody is known.
   *
   * @param barred whom of its groups a task is kept from, by subject id
   */
  String asked(List<HumanTask> tasks, Function<HumanTask, Set<String>> barred) {
    List<String> asked =
        tasks.stream().flatMap(task -> asked(task, barred).stream()).distinct().sorted().toList();
    int last = asked.size() - 1;
    if (last < 0) return "somebody";
    if (last == 0) return asked.get(0);
    return String.join(", ", asked.subList(0, last)) + " or " + asked.get(last);
  }

  private List<String> asked(HumanTask task, Function<HumanTask, Set<String>> barred) {
    if (task.assignee().isPresent()) return List.of(of(task.assignee().get()));
    Set<String> not = barred.apply(task);
    List<String> members =
        task.candidateGroups().stream()
            .flatMap(group -> members(group).stream())
            .filter(member -> !member.machine() && !not.contains(member.subject()))
            .map(Member::name)
            .toList();
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

  /** Those who are in {@code group} now, by their names; empty when nobody is known. */
  private List<Member> members(String group) {
    return Membership.of(group)
        .map(
            membership ->
                known(
                    group,
                    () ->
                        directory.members(membership.program(), membership.role()).stream()
                            .sorted(Comparator.comparing(Member::name))
                            .toList()))
        .orElse(List.of());
  }

  private List<Member> known(String key, Supplier<List<Member>> ask) {
    Instant now = clock.instant();
    Known found = known.get(key);
    if (found != null && now.isBefore(found.until())) return found.members();
    List<Member> lastKnown = found == null ? List.of() : found.members();
    if (now.isBefore(silentUntil)) return lastKnown;
    try {
      List<Member> members = ask.get();
      if (known.size() >= ENTRIES_MAX) known.clear();
      known.put(key, new Known(members, now.plus(GOOD_FOR)));
      return members;
    } catch (Unreachable e) {
      silentUntil = clock.instant().plus(SILENT_FOR);
      return lastKnown;
    }
  }

  private record Known(List<Member> members, Instant until) {}
}
