package io.sallyport.rules.service;

import io.sallyport.rules.Finding;
import io.sallyport.rules.Rule;
import java.util.List;

/**
 * S13; design, defence in depth: nothing answers unless the ledger, asked again before anything was
 * deployed, confirmed this very artifact and has not refused since.
 */
public final class TheLedgerConfirmedTheArtifact implements Rule<OpeningFacts> {

  @Override
  public String id() {
    return "service/the-ledger-confirmed-the-artifact";
  }

  @Override
  public List<Finding> check(OpeningFacts facts) {
    String artifact = facts.deployed().modelDigest();
    String confirmed = facts.confirmed().orElse("");
    if (!artifact.isBlank() && confirmed.equals(artifact)) return List.of();
    String value = confirmed.isBlank() ? "not confirmed" : "confirmed for SHA-256 " + confirmed;
    return List.of(
        finding(facts.deployed().endpoint(), value, "confirmed for SHA-256 " + artifact));
  }
}
