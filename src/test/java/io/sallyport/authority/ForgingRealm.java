package io.sallyport.authority;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.sallyport.authority.realm.Realm;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** A sign-in server that answers with whatever token a test wants, well signed. */
public final class ForgingRealm implements AutoCloseable {

  private final HttpServer server;
  private final ECKey key;
  private final AtomicReference<String> token = new AtomicReference<>("");

  public ForgingRealm() throws IOException, JOSEException {
    key = newKey("realm");
    RSAKey other = new RSAKeyGenerator(2048).keyID("rsa").generate();
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    String keys = new JWKSet(List.of(key.toPublicJWK(), other.toPublicJWK())).toString();
    server.createContext("/", exchange -> answer(exchange, "{}"));
    server.createContext(
        "/realms/sallyport/protocol/openid-connect/certs", exchange -> answer(exchange, keys));
    server.createContext(
        "/realms/sallyport/protocol/openid-connect/token",
        exchange -> answer(exchange, "{\"id_token\":\"" + token.get() + "\"}"));
    server.start();
  }

  public Realm realm() {
    String issuer = "http://127.0.0.1:" + server.getAddress().getPort() + "/realms/sallyport";
    return new Realm(URI.create(issuer), URI.create(issuer), URI.create("http://127.0.0.1:1"));
  }

  /** The next code is exchanged for this. */
  public void answerWith(String idToken) {
    token.set(idToken);
  }

  public String signed(JWTClaimsSet claims) {
    return signed(claims, key);
  }

  public static String signed(JWTClaimsSet claims, ECKey by) {
    try {
      JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.ES384).keyID(by.getKeyID()).build();
      SignedJWT jwt = new SignedJWT(header, claims);
      jwt.sign(new ECDSASigner(by));
      return jwt.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  public static ECKey newKey(String id) throws JOSEException {
    return new ECKeyGenerator(Curve.P_384).keyID(id).generate();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private static void answer(HttpExchange exchange, String json) throws IOException {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, body.length);
    try (exchange) {
      exchange.getResponseBody().write(body);
    }
  }
}
