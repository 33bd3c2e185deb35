package io.sallyport.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.local.Await;
import io.sallyport.local.keycloak.LocalKeycloak;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.keycloak.admin.client.resource.ClientResource;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.common.util.MultivaluedHashMap;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.ComponentRepresentation;

/** R18: tokens that were good once. */
@RealLogin
class OldTokensTest {

  /** The application believes an introspection for a second here, for half a minute elsewhere. */
  private static final Duration SOON = Duration.ofSeconds(30);

  private final LocalKeycloak keycloak = LocalKeycloak.shared();
  private final RealmResource realm = keycloak.realm();
  private final Machine machine = new Machine(keycloak);

  @Test
  void R18_a_token_that_has_expired_is_refused() throws Exception {
    livesFor("5");
    try {
      String token = Await.found("a fresh token is taken", SOON, this::takenWhileFresh);

      becomes(401, token);
      Await.found("the next token is taken", SOON, this::takenWhileFresh);
    } finally {
      livesFor("");
    }
  }

  @Test
  void R18_a_token_by_a_key_that_was_taken_out_is_refused() throws Exception {
    String before = machine.token();
    String key = addKey();
    String token = machine.token();
    try {
      assertThat(header(token)).isNotEqualTo(header(before));
      becomes(200, token); // an unknown key is looked for every five seconds
    } finally {
      realm.components().component(key).remove();
    }

    becomes(401, token);
    assertThat(machine.asks(before)).isEqualTo(200);
  }

  private Optional<String> takenWhileFresh() {
    try {
      return Optional.of(machine.token()).filter(token -> asks(token) == 200);
    } catch (IOException | InterruptedException unanswered) {
      throw new IllegalStateException(unanswered);
    }
  }

  private void becomes(int wanted, String token) {
    Await.found(
        wanted + " is answered", SOON, () -> Optional.of(asks(token)).filter(s -> s == wanted));
  }

  private int asks(String token) {
    try {
      return machine.asks(token);
    } catch (IOException | InterruptedException unanswered) {
      throw new IllegalStateException(unanswered);
    }
  }

  private void livesFor(String seconds) {
    String id = realm.clients().findByClientId(Machine.CLIENT).get(0).getId();
    ClientResource client = realm.clients().get(id);
    ClientRepresentation changed = client.toRepresentation();
    changed.getAttributes().put("access.token.lifespan", seconds);
    client.update(changed);
  }

  /** A newer key of the same kind, which the realm prefers. */
  private String addKey() {
    ComponentRepresentation old =
        realm.components().query(null, "org.keycloak.keys.KeyProvider").stream()
            .filter(one -> one.getProviderId().equals("ecdsa-generated"))
            .findFirst()
            .orElseThrow();
    ComponentRepresentation newer = new ComponentRepresentation();
    newer.setName("newer");
    newer.setParentId(old.getParentId());
    newer.setProviderId(old.getProviderId());
    newer.setProviderType(old.getProviderType());
    newer.setConfig(new MultivaluedHashMap<>());
    Map.of("ecdsaEllipticCurveKey", "P-384", "priority", "200", "active", "true", "enabled", "true")
        .forEach((name, value) -> newer.getConfig().put(name, List.of(value)));
    try (var created = realm.components().add(newer)) {
      String location = created.getLocation().getPath();
      return location.substring(location.lastIndexOf('/') + 1);
    }
  }

  private static String header(String token) {
    return token.substring(0, token.indexOf('.'));
  }
}
