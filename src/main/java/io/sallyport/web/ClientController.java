package io.sallyport.web;

import io.sallyport.authority.Permitted;
import io.sallyport.authority.realm.Realm;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where and as which client the command line logs in (W3); told to everybody, it is no secret. */
@RestController
class ClientController {

  static final String PATH = "/api/v1/client";

  private static final String COMMAND_LINE = "sallyport-cli";

  private final Realm realm;

  ClientController(Realm realm) {
    this.realm = realm;
  }

  /** The realm as people reach it, and the client's name in it. */
  record LoginPlace(String issuer, String clientId) {}

  @Permitted(everyone = true)
  @GetMapping(PATH)
  LoginPlace show() {
    return new LoginPlace(realm.issuer().toString(), COMMAND_LINE);
  }
}
