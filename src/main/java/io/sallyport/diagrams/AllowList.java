package io.sallyport.diagrams;

import io.sallyport.diagrams.rules.AllowedXml;
import java.util.Map;
import java.util.Set;

/**
 * What a diagram may use: the version of the list (kept with each deployment, because the engine
 * reads old diagrams again), the beans that exist, and the error codes that each may throw.
 */
public record AllowList(String version, Map<String, Set<String>> delegates) {

  /** Raise it with every change of {@link AllowedXml}, of a rule of the book or of the beans. */
  public static final String VERSION = "7";

  public AllowList {
    delegates = Map.copyOf(delegates);
  }

  /** The delegates of this version of the product. */
  public static AllowList product() {
    return new AllowList(VERSION, Delegates.CODES);
  }

  public boolean knows(String bean) {
    return delegates.containsKey(bean);
  }

  /** The codes that a bean may throw: none is known of a bean that nobody knows. */
  public Set<String> codes(String bean) {
    return delegates.getOrDefault(bean, Set.of());
  }
}
