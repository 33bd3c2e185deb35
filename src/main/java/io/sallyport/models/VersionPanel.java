package io.sallyport.models;

import io.sallyport.authority.Person;
import java.util.Optional;

/**
 * What a stage shows on the page of a model version: each stage has its own, so that the page needs
 * none of them.
 */
public interface VersionPanel {

  /** Panels of the main column come in this order; from 100 on they stand beside it. */
  int order();

  /** The stage's template; its fragment {@code panel(content)} places the content. */
  String template();

  /** What this person may see; empty where there is nothing to show. */
  Optional<?> content(ModelVersion version, Person person);
}
