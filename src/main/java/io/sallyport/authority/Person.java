package io.sallyport.authority;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who acts (IA-2): a person, or a machine, which may submit and read and never decides.
 *
 * @param subject the token's {@code sub}; people are known by it, never by name
 * @param name for the eye only
 * @param username for the eye and the command line only
 * @param machine a service account
 * @param client the client that the token was made for ({@code azp})
 */
public record Person(
    String subject,
    String name,
    String username,
    Set<Membership> memberships,
    boolean machine,
    String client) {

  public Person {
    memberships = Set.copyOf(memberships);
  }

  /** What a machine is called for the eye, by its client. */
  public static String machineName(String client) {
    return client + " (machine)";
  }

  /** Whether the person is {@code role} in {@code program}. */
  public boolean is(Role role, String program) {
    return memberships.contains(new Membership(program, role));
  }

  /** Whether the person is {@code role} in any program. */
  public boolean isAnywhere(Role role) {
    return memberships.stream().anyMatch(membership -> membership.role() == role);
  }

  /** The programs in which the person is one of {@code roles}. */
  public Set<String> programsAs(Role... roles) {
    return memberships.stream()
        .filter(membership -> List.of(roles).contains(membership.role()))
        .map(Membership::program)
        .collect(Collectors.toSet());
  }

  /** Whether the person is anything in {@code program}. */
  public boolean belongsTo(String program) {
    return memberships.stream().anyMatch(membership -> membership.program().equals(program));
  }

  public List<String> groups() {
    return memberships.stream().map(Membership::group).sorted().toList();
  }
}
