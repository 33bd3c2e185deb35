package io.sallyport.authority;

import java.util.Optional;

/** Being something in a program says nothing about another program (AC-6). */
public record Membership(String program, Role role) {

  /** From a group of the token; empty for groups that mean nothing here. */
  public static Optional<Membership> of(String group) {
    String[] parts = group.split("/", -1);
    boolean isProgramRole = parts.length == 4 && parts[0].isEmpty() && parts[1].equals("programs");
    return isProgramRole
        ? Role.of(parts[3]).map(role -> new Membership(parts[2], role))
        : Optional.empty();
  }

  /** {@code technical authority of sentinel}. */
  public String words() {
    return role.words() + " of " + program;
  }

  /** The group: {@code /programs/<program>/<role>}. */
  public String group() {
    return "/programs/" + program + "/" + role.word();
  }
}
