package io.sallyport.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.sallyport.authority.Membership;
import io.sallyport.authority.Person;
import io.sallyport.authority.realm.Realm;
import io.sallyport.authority.realm.RealmClient;
import io.sallyport.authority.realm.RealmTokens;
import io.sallyport.authority.realm.RealmTokens.Verified;
import io.sallyport.custody.proof.Digest;
import io.sallyport.rules.Refused;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.core.DefaultOAuth2AuthenticatedPrincipal;
import org.springframework.security.oauth2.core.OAuth2AuthenticatedPrincipal;
import org.springframework.security.oauth2.server.resource.introspection.BadOpaqueTokenException;
import org.springframework.security.oauth2.server.resource.introspection.OpaqueTokenIntrospector;
import org.springframework.stereotype.Component;

/**
 * Who a bearer token stands for (R12, R18): verified here by the realm's keys, then asked of the
 * realm, which knows what was taken away since. The answer is believed for half a minute.
 */
@Component
class BearerTokens implements OpaqueTokenIntrospector {

  /** Attribute of the principal: who asks. */
  static final String PERSON = "person";

  private static final String AUDIENCE = "sallyport-api";

  /** Clients in which people, not machines, log in. */
  private static final Set<String> OF_PEOPLE = Set.of(SignInServer.CLIENT, "sallyport-cli");

  /** More callers within half a minute push the oldest out, which costs them one question. */
  private static final int REMEMBERED_MAX = 10_000;

  private final Realm realm;
  private final RealmTokens tokens;
  private final RealmClient client;
  private final Settings settings;
  private final Clock clock;
  private final Map<String, Remembered> remembered = new LinkedHashMap<>();

  BearerTokens(
      Realm realm, RealmTokens tokens, RealmClient apiClient, Settings settings, Clock clock) {
    this.realm = realm;
    this.tokens = tokens;
    this.client = apiClient;
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public OAuth2AuthenticatedPrincipal introspect(String token) {
    String key = sha256(token);
    Person person = recall(key).orElseGet(() -> remember(key, ask(token)));
    return new DefaultOAuth2AuthenticatedPrincipal(
        person.subject(), Map.of(PERSON, person), AuthorityUtils.NO_AUTHORITIES);
  }

  private Remembered ask(String token) {
    Verified verified = verified(token);
    if (!audience(verified).contains(AUDIENCE) || !verified.text("typ").equals("Bearer")) {
      throw new BadOpaqueTokenException("The token is not made for " + AUDIENCE);
    }
    RealmClient.Answer answer = client.post(realm.introspection(), Map.of("token", token));
    if (!answer.isOk() || !answer.body().path("active").asBoolean()) {
      throw new BadOpaqueTokenException("The token is good no more");
    }
    Instant until = clock.instant().plus(settings.rememberTokensFor());
    Instant expires = verified.second("exp");
    return new Remembered(person(answer), until.isBefore(expires) ? until : expires);
  }

  private Verified verified(String token) {
    try {
      return tokens.verify("token", token);
    } catch (Refused e) {
      throw new BadOpaqueTokenException(e.getMessage(), e);
    }
  }

  private static List<String> audience(Verified token) {
    return Optional.ofNullable(token.claims().getAudience()).orElse(List.of());
  }

  /** {@code acr} does not tell a machine from a person: its sid, auth_time and client do. */
  private Person person(RealmClient.Answer answer) {
    String azp = answer.text("azp");
    boolean hasSession = !answer.text("sid").isEmpty() && answer.body().has("auth_time");
    boolean machine = !hasSession && settings.machines().contains(azp);
    if (!machine && !(hasSession && OF_PEOPLE.contains(azp))) {
      throw new BadOpaqueTokenException("Client " + azp + " may not call this application");
    }
    String username = answer.text("preferred_username");
    String name = machine ? Person.machineName(azp) : answer.text("name");
    return new Person(
        answer.text("sub"),
        name.isEmpty() ? username : name,
        username,
        memberships(answer),
        machine,
        azp);
  }

  private static Set<Membership> memberships(RealmClient.Answer answer) {
    Set<Membership> memberships = new HashSet<>();
    for (JsonNode group : answer.body().path("groups")) {
      Membership.of(group.asText()).ifPresent(memberships::add);
    }
    return memberships;
  }

  private synchronized Optional<Person> recall(String key) {
    return Optional.ofNullable(remembered.get(key))
        .filter(known -> clock.instant().isBefore(known.until()))
        .map(Remembered::person);
  }

  private synchronized Person remember(String key, Remembered known) {
    remembered.remove(key);
    remembered.put(key, known);
    if (remembered.size() > REMEMBERED_MAX) {
      remembered.remove(remembered.keySet().iterator().next());
    }
    return known.person();
  }

  private static String sha256(String token) {
    return Digest.of(token).hex();
  }

  private record Remembered(Person person, Instant until) {}
}
