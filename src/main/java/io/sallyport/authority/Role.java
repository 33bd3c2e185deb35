package io.sallyport.authority;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a person may be in a program; the last part of the group {@code /programs/<p>/<role>}. */
public enum Role {
  ML_ENGINEER,
  SECURITY_REVIEWER,
  TECHNICAL_AUTHORITY,
  AUTHORIZING_OFFICIAL,
  EXPORT_OFFICER,
  PROCESS_OWNER,
  AUDITOR,
  OPERATOR,
  ADMINISTRATOR;

  /** As Keycloak writes it: {@code technical-authority}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** For the eye: {@code technical authority}, {@code ML engineer}. */
  public String words() {
    return word().replace('-', ' ').replaceFirst("^ml ", "ML ");
  }

  static Optional<Role> of(String word) {
    return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
  }
}
