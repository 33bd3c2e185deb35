package io.sallyport.custody.proof;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.sallyport.rules.Finding;
import java.text.ParseException;
import java.time.Instant;
import java.util.List;

/**
 * The ID token of a step-up, verified by the realm's key that was recorded with it. It lived five
 * minutes and is evidence for ever: {@code exp} is not looked at.
 *
 * @param findings why it is not the realm's
 */
record IdToken(JWTClaimsSet claims, List<Finding> findings) {

  static IdToken read(String token, String jwk) {
    try {
      SignedJWT jwt = SignedJWT.parse(token);
      ECKey key = ECKey.parse(jwk);
      boolean isItsKey =
          key.getKeyID() == null || key.getKeyID().equals(jwt.getHeader().getKeyID());
      boolean signed = !key.isPrivate() && isItsKey && jwt.verify(new ECDSAVerifier(key));
      return new IdToken(jwt.getJWTClaimsSet(), signed ? List.of() : List.of(refused("not valid")));
    } catch (ParseException | JOSEException | RuntimeException malformed) {
      return new IdToken(
          new JWTClaimsSet.Builder().build(),
          List.of(refused(String.valueOf(malformed.getMessage()))));
    }
  }

  /** The claim as text: one audience as itself. */
  String claim(String name) {
    Object value = claims.getClaim(name);
    if (value instanceof List<?> list) {
      return list.size() == 1 ? String.valueOf(list.get(0)) : list.toString();
    }
    return value == null ? "missing" : value.toString();
  }

  /** When the person gave the factor; 1970 when it does not say. */
  Instant authTime() {
    return claims.getClaim("auth_time") instanceof Number seconds
        ? Instant.ofEpochSecond(seconds.longValue())
        : Instant.EPOCH;
  }

  private static Finding refused(String value) {
    return new Finding(
        "decision/the-realm-signed-the-token", "the ID token", value, "signed by the realm's key");
  }
}
