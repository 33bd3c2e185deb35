package io.sallyport.authority.inbox;

import io.sallyport.authority.Membership;
import io.sallyport.authority.Person;
import io.sallyport.authority.Role;
import java.util.Comparator;
import java.util.List;

/**
 * What comes to a role's inbox, and what it may do while it is empty (F35).
 *
 * @param role {@code technical authority}
 * @param href where the next thing is done; {@code label} names it
 */
record Coming(String role, String words, String href, String label) {

  /** A line for each role that the person has, in any program; one for whoever has none. */
  static List<Coming> to(Person person) {
    if (person.memberships().isEmpty()) {
      return List.of(
          new Coming(
              "no role",
              "Nothing comes here, and no model is shown, before an administrator gives you a role"
                  + " in a program.",
              "/models",
              "See the models"));
    }
    return person.memberships().stream()
        .map(Membership::role)
        .distinct()
        .sorted(Comparator.naturalOrder())
        .map(Coming::to)
        .toList();
  }

  private static Coming to(Role role) {
    boolean operates = role == Role.OPERATOR || role == Role.ADMINISTRATOR;
    return operates
        ? new Coming(role.words(), words(role), "/operations", "Open Operations")
        : new Coming(role.words(), words(role), "/models", "See the models");
  }

  private static String words(Role role) {
    return switch (role) {
      case ML_ENGINEER ->
          "Nothing is decided by you here. Submit a version with ./sallyport submit FILE.yaml;"
              + " while others are asked about yours, that is listed here.";
      case SECURITY_REVIEWER ->
          "A version whose scan or images have findings at Gate 2 comes here for your review,"
              + " within 30 days. Without findings Gate 2 asks nobody.";
      case TECHNICAL_AUTHORITY ->
          "A version that passed Gates 1 and 2 comes here for your signature at Gate 3, and one that"
              + " somebody else stopped. Emergency stop is on the page of a version in service.";
      case AUTHORIZING_OFFICIAL ->
          "A version that somebody else stopped comes here: put it back or retire it. Emergency"
              + " stop is on the page of a version in service.";
      case AUDITOR ->
          "Nothing is decided by you here. Results, history and evidence package are on the page of"
              + " each version.";
      case OPERATOR ->
          "Steps that failed and are tried no more wait for you in Operations, not here.";
      case ADMINISTRATOR ->
          "Nothing is decided by you here. How the product fares is shown in Operations.";
      case EXPORT_OFFICER, PROCESS_OWNER ->
          "Nothing is asked of you here yet; what your program submits is listed with its state.";
    };
  }
}
