package io.sallyport.custody.proof;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.List;

/** Keys of one test, and ID tokens signed by them. */
final class ExampleKeys {

  private ExampleKeys() {}

  static String token(JWTClaimsSet claims, ECKey signer) {
    try {
      SignedJWT jwt =
          new SignedJWT(
              new JWSHeader.Builder(JWSAlgorithm.ES384).keyID(signer.getKeyID()).build(), claims);
      jwt.sign(new ECDSASigner(signer));
      return jwt.serialize();
    } catch (JOSEException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  static KeyPair keyPair() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp384r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  static ECKey realmKey(String id) {
    try {
      return new ECKeyGenerator(Curve.P_384).keyID(id).generate();
    } catch (JOSEException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** The statement in an envelope that this key signed. */
  static Envelope envelope(KeyPair signer, Bytes payload) {
    try {
      Signature signature = Signature.getInstance("SHA384withECDSA");
      signature.initSign(signer.getPrivate());
      signature.update(Envelope.preAuthenticationEncoding(Envelope.IN_TOTO, payload));
      String id = Envelope.keyId(signer.getPublic());
      return new Envelope(
          Envelope.IN_TOTO, payload, List.of(new Envelope.Signed(id, Bytes.of(signature.sign()))));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
