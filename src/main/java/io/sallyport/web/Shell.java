package io.sallyport.web;

import io.sallyport.authority.Person;
import io.sallyport.authority.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What surrounds every page: who is logged in and where that person may go. What a role may not
 * open is absent.
 */
record Shell(String name, String roles, List<Link> links) {

  /** Before the login, and around an error. */
  static final Shell NOBODY = new Shell("", "", List.of());

  /**
   * A link of the navigation.
   *
   * @param count how many things wait there; 0 shows nothing
   * @param current {@code page} where the person is, else {@code false} (aria-current)
   */
  record Link(String label, String href, int count, String current) {

    public boolean hasCount() {
      return count > 0;
    }
  }

  static Shell of(Person person, int waiting, String path) {
    List<Link> links = new ArrayList<>();
    links.add(link("Inbox", "/inbox", waiting, path));
    links.add(link("Models", "/models", 0, path));
    if (!person.programsAs(Role.OPERATOR, Role.AUDITOR, Role.ADMINISTRATOR).isEmpty())
      links.add(link("Operations", "/operations", 0, path));
    return new Shell(person.name(), roles(person), List.copyOf(links));
  }

  private static Link link(String label, String href, int count, String path) {
    return new Link(label, href, count, path.startsWith(href) ? "page" : "false");
  }

  private static String roles(Person person) {
    String words =
        person.memberships().stream()
            .map(membership -> membership.role().words())
            .distinct()
            .sorted()
            .collect(Collectors.joining(", "));
    return words.isEmpty() ? "no role" : words;
  }
}
