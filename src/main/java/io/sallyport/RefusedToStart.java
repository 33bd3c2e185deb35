package io.sallyport;

import io.sallyport.rules.Finding;
import io.sallyport.rules.Refused;
import java.util.stream.Collectors;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in words, a line each, why the application does not start (R08). */
class RefusedToStart extends AbstractFailureAnalyzer<Refused> {

  @Override
  protected FailureAnalysis analyze(Throwable failure, Refused refused) {
    return new FailureAnalysis(
        refused.findings().stream().map(Finding::toString).collect(Collectors.joining("\n")),
        "Set what is named above; every setting is in docs/configuration.md.",
        failure);
  }
}
