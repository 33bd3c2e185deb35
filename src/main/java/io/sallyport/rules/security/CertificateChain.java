package io.sallyport.rules.security;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CertPath;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.stream.Collectors;

/** A chain of certificates judged by RFC 5280 against anchors that we chose, for code signing. */
record CertificateChain(List<X509Certificate> anchors) {

  private static final int LENGTH_MAX = 8;
  private static final String CODE_SIGNING = "1.3.6.1.5.5.7.3.3";

  static List<X509Certificate> read(JsonNode x5c) throws GeneralSecurityException {
    if (!x5c.isArray() || x5c.isEmpty() || x5c.size() > LENGTH_MAX) {
      throw new CertificateException("x5c is not a list of 1 to %d".formatted(LENGTH_MAX));
    }
    CertificateFactory factory = CertificateFactory.getInstance("X.509");
    List<X509Certificate> certificates = new ArrayList<>();
    for (JsonNode one : x5c) {
      byte[] der = Base64.getDecoder().decode(one.asText());
      certificates.add(
          (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(der)));
    }
    return certificates;
  }

  /** Why the chain does not hold at this time; empty if it does. */
  String problem(List<X509Certificate> certificates, Instant at) {
    if (anchors.isEmpty()) {
      return "no trust anchor is set for its signing scheme";
    }
    try {
      String unfit = unfit(certificates.get(0));
      if (!unfit.isEmpty()) {
        return unfit;
      }
      List<X509Certificate> below =
          certificates.stream().filter(one -> !anchors.contains(one)).toList();
      CertPath path = CertificateFactory.getInstance("X.509").generateCertPath(below);
      PKIXParameters parameters =
          new PKIXParameters(
              anchors.stream()
                  .map(anchor -> new TrustAnchor(anchor, null))
                  .collect(Collectors.toSet()));
      parameters.setRevocationEnabled(false); // the signing service is asked instead
      parameters.setDate(Date.from(at));
      CertPathValidator.getInstance("PKIX").validate(path, parameters);
      return "";
    } catch (GeneralSecurityException refused) {
      return "certificate chain: " + refused.getMessage();
    }
  }

  private String unfit(X509Certificate leaf) throws CertificateException {
    boolean[] usage = leaf.getKeyUsage();
    List<String> purposes = leaf.getExtendedKeyUsage();
    if (anchors.contains(leaf) || leaf.getBasicConstraints() >= 0) {
      return "signed by an authority's own certificate";
    }
    return usage != null && usage[0] && purposes != null && purposes.contains(CODE_SIGNING)
        ? ""
        : "the certificate is not for signing code";
  }
}
