package io.sallyport.monitoring;

import io.sallyport.local.LocalBoundary;
import io.sallyport.local.keycloak.Visitor;
import io.sallyport.local.keycloak.Visitor.Page;
import java.util.Map;

/** People who start something about a version by signature, while no task asks for it. */
final class SignedStarts {

  private static final String GROUNDS = "Looked at all of it with care.";

  private final LocalBoundary boundary;

  SignedStarts(LocalBoundary boundary) {
    this.boundary = boundary;
  }

  /** States the grounds on the page of a start and signs; the page is the receipt. */
  Page signs(String person, String page) {
    Visitor visitor = Visitor.loggedIn(boundary.address(), person);
    Page asked = visitor.get(page);
    if (!asked.text().contains("name=\"grounds\"")) return asked;
    Page away = visitor.submit(asked, Map.of("grounds", GROUNDS));
    return visitor.follow(visitor.signAt(away.location(), person));
  }

  Page seenBy(String person, String page) {
    return Visitor.loggedIn(boundary.address(), person).get(page);
  }
}
