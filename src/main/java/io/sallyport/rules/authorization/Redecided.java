package io.sallyport.rules.authorization;

import java.util.List;

/**
 * A signed decision after an episode, as the record tells it (S20).
 *
 * @param person subject id of whoever decided
 * @param asOfficial whether the person signed as authorizing official of the program
 * @param parts what the person did for the version, or in the episode: {@code opened the episode}
 * @param modelDigest the artifact that it was about
 * @param terms what was set, beside the terms in force until then
 */
public record Redecided(
    String person, boolean asOfficial, List<String> parts, String modelDigest, TermFacts terms) {

  public Redecided {
    parts = List.copyOf(parts);
  }
}
