package io.sallyport.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.authority.Directory;
import io.sallyport.authority.Role;
import io.sallyport.authority.signing.SignedChallenge;
import io.sallyport.authority.signing.StepUp;
import io.sallyport.authority.signing.StepUpRequest;
import io.sallyport.local.keycloak.DemoPeople;
import io.sallyport.local.keycloak.LocalKeycloak;
import io.sallyport.local.keycloak.Visitor;
import io.sallyport.local.keycloak.Visitor.Page;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** R07, R18, R19, R20, S11: what is closed, what a token opens, and what a signature is. */
@RealLogin
class DoorsTest {

  private static final String STATEMENT = "ab".repeat(32);

  @Autowired private StepUp stepUp;
  @Autowired private Directory directory;
  @Autowired private RequestMappingHandlerMapping requestMappingHandlerMapping;
  @LocalManagementPort private int management;

  private final LocalKeycloak keycloak = LocalKeycloak.shared();
  private final HttpClient http = HttpClient.newHttpClient();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/engine-rest",
        "/engine-rest/engine",
        "/camunda/app/admin/default/setup/",
        "/camunda",
        "/actuator",
        "/actuator/env",
        "/actuator/health",
        "/actuator/prometheus"
      })
  void R07_R20_what_attackers_look_for_first_is_not_here(String path) throws Exception {
    assertThat(get(path).statusCode()).isEqualTo(404);
  }

  @Test
  void R20_the_management_port_tells_health_and_nothing_more() throws Exception {
    assertThat(managed("/actuator/health/liveness")).isEqualTo(200);
    assertThat(managed("/actuator/health/readiness")).isEqualTo(200);
    assertThat(managed("/actuator/env")).isEqualTo(404);
    assertThat(managed("/actuator/heapdump")).isEqualTo(404);
  }

  @Test
  void R19_forged_headers_change_neither_person_nor_redirect() throws Exception {
    HttpResponse<String> answer =
        get(
            "/inbox",
            "X-Forwarded-Host",
            "evil.example",
            "X-Forwarded-Proto",
            "https",
            "X-Forwarded-User",
            "alice",
            "X-SSL-Client-Cert",
            "forged");

    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(answer.headers().firstValue("location")).contains("/consent");
  }

  @Test
  void W2_the_headers_forbid_scripts_and_frames() throws Exception {
    assertThat(get("/consent").headers().firstValue("content-security-policy"))
        .contains(
            "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self';"
                + " frame-ancestors 'none'; base-uri 'none'; form-action 'self' "
                + keycloak.issuer().resolve("/").toString().replaceAll("/$", ""));
  }

  @Test
  void R18_a_machine_reads_and_never_decides() throws Exception {
    String token = new Machine(keycloak).token();

    assertThat(get("/api/test/who", "Authorization", "Bearer " + token).body())
        .contains("[/programs/sentinel/ml-engineer] sentinel-pipeline machine");
    assertThat(post("/api/test/decide", token).statusCode()).isEqualTo(403);
    assertThat(post("/api/test/decide", token).body())
        .contains("authority/role-may-do-this: who asks is a machine; the limit is people only");
  }

  @Test
  void R18_without_a_good_token_the_answer_is_401_with_a_problem() throws Exception {
    String none = part("{\"alg\":\"none\"}") + "." + part("{\"sub\":\"x\"}") + ".";
    String[] machine = new Machine(keycloak).token().split("\\.", -1);
    String changed = machine[0] + "." + part("{\"sub\":\"admin\"}") + "." + machine[2];
    String otherRealm = keycloak.adminToken();

    for (String token : new String[] {none, changed, otherRealm, "garbage"}) {
      HttpResponse<String> answer = get("/api/test/who", "Authorization", "Bearer " + token);
      assertThat(answer.statusCode()).isEqualTo(401);
      assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
    }
    assertThat(get("/api/test/who").statusCode()).isEqualTo(401);
  }

  @Test
  void S11_a_signature_is_the_persons_own_and_opens_nothing_else() throws Exception {
    Visitor alice = Visitor.loggedIn(keycloak.application(), "alice");
    String subject = DemoPeople.named("alice").subject();
    Instant before = Instant.now().minusSeconds(1);
    URI start = stepUp.begin(new StepUpRequest("session", subject, "task-7", STATEMENT));
    Map<String, String> back = answer(alice.signAt(start, "alice"));

    SignedChallenge signed =
        stepUp.complete(back.get("state"), back.get("code"), "session", subject);
    assertThat(signed.taskId()).isEqualTo("task-7");
    assertThat(signed.statementSha256()).isEqualTo(STATEMENT);
    assertThat(signed.authTime()).isAfter(before);
    assertThat(signed.jwkJson()).contains("\"P-384\"");
    assertThat(get("/api/test/who", "Authorization", "Bearer " + signed.idToken()).statusCode())
        .isEqualTo(401);
    assertThat(alice.get("/test/who").text()).contains("Alice Ames");
  }

  @Test
  void R12_the_directory_knows_who_may_act_now() {
    assertThat(directory.members("sentinel", Role.TECHNICAL_AUTHORITY))
        .extracting(Directory.Member::subject)
        .contains(DemoPeople.named("alice").subject(), DemoPeople.named("bob").subject());
    assertThat(directory.members("nowhere", Role.TECHNICAL_AUTHORITY)).isEmpty();
    assertThat(directory.find(DemoPeople.named("rita").subject()))
        .hasValueSatisfying(
            rita -> assertThat(rita.is(Role.SECURITY_REVIEWER, "sentinel")).isTrue());
    assertThat(directory.find("../users")).isEmpty();
  }

  @Test
  void W2_every_handler_of_the_product_declares_its_permission() {
    assertThat(requestMappingHandlerMapping.getHandlerMethods().values())
        .filteredOn(method -> method.getBeanType().getName().startsWith("io.sallyport."))
        .filteredOn(method -> !method.getBeanType().equals(PeopleAndTokens.Doors.class))
        .isNotEmpty()
        .allSatisfy(method -> assertThat(Permissions.of(method)).as(method.toString()).isPresent());
  }

  private static Map<String, String> answer(Page page) {
    Map<String, String> query = new TreeMap<>();
    for (String pair : page.location().getQuery().split("&", -1)) {
      query.put(pair.split("=", 2)[0], pair.split("=", 2)[1]);
    }
    return query;
  }

  private HttpResponse<String> get(String path, String... headers) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(keycloak.application().resolve(path));
    if (headers.length > 0) request.headers(headers);
    return http.send(request.build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String path, String token) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(keycloak.application().resolve(path))
            .header("Authorization", "Bearer " + token)
            .POST(HttpRequest.BodyPublishers.noBody())
            .build();
    return http.send(request, BodyHandlers.ofString());
  }

  private int managed(String path) throws Exception {
    URI address = URI.create("http://127.0.0.1:" + management + path);
    return http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding())
        .statusCode();
  }

  private static String part(String json) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }
}
