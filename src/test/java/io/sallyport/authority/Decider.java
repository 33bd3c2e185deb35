package io.sallyport.authority;

import io.sallyport.local.LocalBoundary;
import io.sallyport.local.keycloak.Visitor;
import io.sallyport.local.keycloak.Visitor.Page;
import java.net.URI;
import java.util.Map;

/** Somebody who decides over the wire: page, statement, one-time code, receipt. */
final class Decider {

  private final String username;
  private final Visitor visitor;

  Decider(String username) {
    this.username = username;
    this.visitor = Visitor.loggedIn(LocalBoundary.shared().address(), username);
  }

  Visitor visitor() {
    return visitor;
  }

  /** The task as it is put before this person: the packet is frozen. */
  Page open(String task) {
    return visitor.get("/tasks/" + task);
  }

  /** States a decision on an opened page; a redirect when it was taken. */
  Page state(Page opened, String outcome, String grounds) {
    return visitor.submit(opened, Map.of("outcome", outcome, "grounds", grounds));
  }

  /** Where the sign-in server asks for the factor. */
  URI beginToSign(String task) {
    return visitor.submit(visitor.get("/tasks/" + task + "/sign"), Map.of()).location();
  }

  /** Gives the one-time code; the address that the browser is sent back to. */
  URI confirm(URI signInServer) {
    return visitor.signAt(signInServer, username).location();
  }

  /** Somebody else logs in on that page and gives his code; where the browser is sent back to. */
  URI confirmAs(String other, URI signInServer) {
    return visitor.anotherSignsAt(signInServer, other).location();
  }

  /** States, begins, confirms and comes back. */
  Page sign(String task, String outcome, String grounds) {
    state(open(task), outcome, grounds);
    return visitor.get(confirm(beginToSign(task)).toString());
  }
}
