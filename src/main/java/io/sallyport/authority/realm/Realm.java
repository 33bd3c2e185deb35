package io.sallyport.authority.realm;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Where the sign-in server is. All addresses are given, none is discovered: the application starts
 * without the server (L1).
 *
 * @param issuer as the tokens name it, and as browsers reach it
 * @param inside as this application reaches it; the same, unless the network has two sides
 * @param application as browsers reach this application; never taken from a request's headers
 */
public record Realm(URI issuer, URI inside, URI application) {

  public URI authorization() {
    return at(issuer, "/protocol/openid-connect/auth");
  }

  public URI token() {
    return at(inside, "/protocol/openid-connect/token");
  }

  public URI keys() {
    return at(inside, "/protocol/openid-connect/certs");
  }

  public URI introspection() {
    return at(inside, "/protocol/openid-connect/token/introspect");
  }

  public URI logout() {
    return at(inside, "/protocol/openid-connect/logout");
  }

  /** Where a browser ends whatever session it has there, and comes back to the first page. */
  public URI logoutInTheBrowser() {
    return at(
        issuer,
        "/protocol/openid-connect/logout?client_id=sallyport-web&post_logout_redirect_uri="
            + URLEncoder.encode(page("/").toString(), StandardCharsets.UTF_8));
  }

  /** The admin API of the realm: {@code …/admin/realms/<realm>} plus {@code path}. */
  public URI admin(String path) {
    return URI.create(inside.toString().replaceFirst("/realms/", "/admin/realms/") + path);
  }

  /** An address of this application, as browsers reach it. */
  public URI page(String path) {
    return at(application, path);
  }

  private static URI at(URI base, String path) {
    return URI.create(base + path);
  }
}
